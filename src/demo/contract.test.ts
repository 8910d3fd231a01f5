import { assert, describe, test } from 'vitest';
import { readFluxWasm } from './mounts/fluxWasm';
import { createDemo } from './server';
import type { Handler } from './server';

interface Transcript {
  name: string;
  flags: string[];
  exchanges: { response: { headers: Record<string, string | null>; body?: string } }[];
}

interface Outcome {
  index: number;
  line: string;
  differences: string[];
}

/** Without `version` one holds for all. */
interface Exceptions {
  transcripts: { name: string; version?: string; reason: string }[];
  /** `exchange` counts from 0. */
  exchanges: { transcript: string; exchange: number; version?: string; reason: string }[];
}

type Replay = (transcript: Transcript, send: Handler) => Promise<Outcome[]>;

function only<T>(modules: Record<string, T>): T {
  const [first] = Object.values(modules);
  if (first === undefined) throw new Error('the contract folder is incomplete');
  return first;
}

const replay = only(
  import.meta.glob<Replay>('/contract/replay.mjs', { eager: true, import: 'replay' }),
);
const exceptions = only(
  import.meta.glob<Exceptions>('/contract/exceptions.json', { eager: true, import: 'default' }),
);
const of29 = Object.values(
  import.meta.glob<Transcript>('/contract/influxdb-2.9/*.json', { eager: true, import: 'default' }),
);
const of27 = Object.values(
  import.meta.glob<Transcript>('/contract/influxdb-2.7/*.json', { eager: true, import: 'default' }),
);

/** A recording of 2.9.1 as 2.7.12 would have answered it. */
function as27(transcript: Transcript): Transcript {
  const text = JSON.stringify(transcript)
    .replaceAll('v2.9.1', 'v2.7.12')
    .replaceAll('\\"token\\": \\"\\"', '\\"token\\": \\"<token>\\"')
    .replace(/\\"hashedToken\\": \\"<hash>\\",(\\n|\\t| )*/g, '')
    .replace(/\\"use-hashed-tokens\\": (true|false),(\\n|\\t| )*/g, '');
  return JSON.parse(text) as Transcript;
}

const names27 = new Set(of27.map((transcript) => transcript.name));
const held27 = of29.filter((transcript) => !names27.has(transcript.name)).map(as27);

/** The failures that nothing excepts, and the exceptions that nothing needs. */
function judge(transcript: Transcript, version: string, outcomes: readonly Outcome[]): string[] {
  const failed = outcomes.filter((outcome) => outcome.differences.length > 0);
  const concerns = (exception: { version?: string }): boolean =>
    (exception.version ?? version) === version;
  if (exceptions.transcripts.filter(concerns).some(({ name }) => name === transcript.name)) {
    return failed.length === 0 ? [`${transcript.name} passes: it is no exception any more`] : [];
  }
  const excepted = new Set(
    exceptions.exchanges
      .filter(concerns)
      .filter((exception) => exception.transcript === transcript.name)
      .map((exception) => exception.exchange),
  );
  const passing = outcomes.filter((outcome) => outcome.differences.length === 0);
  return [
    ...failed
      .filter((outcome) => !excepted.has(outcome.index))
      .map((outcome) => `#${outcome.index} ${outcome.line}: ${outcome.differences.join('; ')}`),
    ...passing
      .filter((outcome) => excepted.has(outcome.index))
      .map((outcome) => `#${outcome.index} passes: it is no exception any more`),
  ];
}

describe.each([
  ['2.9.1', of29],
  ['2.7.12', [...of27, ...held27]],
] as const)('answers as InfluxDB %s', (version, transcripts) => {
  test.each(transcripts.map((transcript) => [transcript.name, transcript] as const))(
    '%s',
    async (_name, transcript) => {
      const demo = createDemo({
        version,
        strongPasswords: transcript.flags.includes('--strong-passwords'),
        fluxWasm: readFluxWasm,
      });
      const problems = judge(transcript, version, await replay(transcript, demo.handle));
      assert.deepEqual(problems, [], problems.join('\n'));
    },
  );
});
