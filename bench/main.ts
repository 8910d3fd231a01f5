import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, setPriority } from 'node:os';
import type { Measured } from './measure';
import { access } from './parts/access';
import { bundle } from './parts/bundle';
import { charts } from './parts/charts';
import { demo } from './parts/demo';
import { load } from './parts/load';
import { parse } from './parts/parse';
import { reduce } from './parts/reduce';
import { tables } from './parts/tables';

const parts: Record<string, (isQuick: boolean) => Promise<Measured[]>> = {
  bundle,
  load,
  demo,
  reduce,
  parse,
  charts,
  tables,
  access,
};

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const chosen = words.filter((word) => !word.startsWith('-'));
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

// Servers that were started end with this process.
process.once('SIGINT', () => process.exit(130));

try {
  // Before other programs, where that is allowed; browsers inherit it.
  setPriority(-10);
} catch {
  console.log('(no right to a higher priority: expect more noise)');
}

const [loadBefore = 0] = loadavg();
if (loadBefore > cpus().length / 2) {
  console.log(`(load average ${loadBefore.toFixed(1)}: other programs are running, expect misses)`);
}

interface Part {
  /** Load average before it began: how far its figures can be trusted. */
  load: number;
  results: Measured[];
}

const done: Record<string, Part> = {};
/** A part that breaks off has missed, and the others go on. */
async function measured(name: string, run: (isQuick: boolean) => Promise<Measured[]>) {
  try {
    return await run(isQuick);
  } catch (error) {
    console.error(error);
    const what = `the part ${name} broke off`;
    return [{ goal: name, what, value: 1, bar: '≤ 0', met: false, figures: {} }];
  }
}

for (const [name, run] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n${name}`);
  const before = loadavg()[0] ?? 0;
  const results = await measured(name, run);
  done[name] = { load: before, results };
  for (const result of results) {
    const { goal, what, value, bar, met, figures } = result;
    console.log(
      `  ${met ? 'met   ' : 'MISSED'} ${goal.padEnd(23)} ${what}: ${Number(value.toPrecision(3))} (${bar})`,
    );
    console.log(`              ${JSON.stringify(figures)}`);
  }
}

const machine = {
  node: process.version,
  platform: platform(),
  arch: arch(),
  cpus: cpus().length,
};
mkdirSync('bench/results', { recursive: true });
const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
const report = JSON.stringify({ machine, isQuick, parts: done }, null, 2);
writeFileSync(`bench/results/${stamp}.json`, `${report}\n`);

const results = Object.values(done).flatMap((part) => part.results);
const missed = results.filter(({ met }) => !met);
console.log(`\n${results.length - missed.length} met, ${missed.length} missed`);
process.exit(missed.length > 0 ? 1 : 0);
