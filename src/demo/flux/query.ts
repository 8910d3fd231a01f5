import type { BucketRecord } from '@/demo/state';
import { partialWriteText } from '@/demo/storage/writePoints';
import type { File } from './ast';
import type { Result } from './csvEncoder';
import { tablesOf } from './executor';
import type { Engine } from './executor';
import { failFinally, problemAt } from './fluxError';
import { knownNames, libraryFor } from './library/library';
import type { FluxLanguage } from './load';
import { missingNames } from './names';
import { Pacer } from './pacer';
import { planOf } from './plan';
import type { Plan } from './plan';
import type { Program } from './program';
import type { QueryStorage } from './queryStorage';
import { runScript } from './script';
import { pointsOf } from './store';
import type { BucketReference, StreamNode } from './stream';
import { syntaxErrorText, syntaxProblems } from './syntax';

/** What a query may know of the server it runs on. */
export interface QueryEnvironment {
  orgID: string;
  /** Nanoseconds. */
  now: bigint;
  storage: QueryStorage;
  shiftsEmptyStrings: boolean;
  readableBuckets(): BucketRecord[];
  /** By the caller's permissions where it is a name. Throws FluxError. */
  bucketForReading(reference: BucketReference): string;
  bucketForWriting(reference: BucketReference): string;
}

export interface QueryText {
  query: string;
  /** Statements that go before, as a tree: how variables come in. */
  extern: File | null;
  /** A whole script as a tree, in place of its text. */
  ast: File | null;
}

/** From the text of a script to its results; the tables are computed while they are read. */
export async function runQuery(
  text: QueryText,
  language: FluxLanguage,
  environment: QueryEnvironment,
): Promise<Result[]> {
  const { orgID, now, storage } = environment;
  const program: Program = {
    orgID,
    now,
    storage,
    zoneOffset: 0n,
    phase: { executing: false },
    readableBuckets: () => environment.readableBuckets(),
  };
  const library = libraryFor(program);
  const file = text.ast ?? language.parse(text.query);
  const names = knownNames(library);
  if (!text.ast) await check(text, file, language, names);
  const files = text.extern ? [text.extern, file] : [file];
  const plan = planOf(runScript(files, library, program));
  const bucketIDs = resolveBuckets(plan, environment);
  checkBounds(plan);
  program.phase.executing = true;
  return resultsOf(plan, {
    storage,
    shiftsEmptyStrings: environment.shiftsEmptyStrings,
    readers: plan.readers,
    bucketIDs,
    pacer: new Pacer(),
    store(node, tables) {
      const { operation } = node;
      if (operation.kind !== 'to') return null;
      const points = pointsOf(tables, operation);
      const outcome = storage.write(bucketIDs.get(node) ?? '', points, environment.now);
      return partialWriteText(outcome);
    },
  });
}

async function check(
  { query, extern }: QueryText,
  file: File,
  language: FluxLanguage,
  names: Parameters<typeof missingNames>[1],
): Promise<void> {
  const syntax = syntaxProblems(file);
  if (syntax.length > 0) failFinally(syntaxErrorText(syntax));
  const defined = new Set(extern?.body.flatMap(definedName));
  const found = (await language.diagnose(query)).filter(
    ({ message }) => !defined.has(message.replace(/^undefined identifier /, '')),
  );
  const problems = found.length > 0 ? found : missingNames(file, names);
  if (problems.length > 0) {
    failFinally(problems.map(({ location, message }) => problemAt(location, message)).join('\n\n'));
  }
}

function definedName(statement: File['body'][number]): string[] {
  const assignment = statement.type === 'OptionStatement' ? statement.assignment : statement;
  return assignment.type === 'VariableAssignment' ? [assignment.id.name] : [];
}

function resolveBuckets(
  { nodes }: Plan,
  environment: QueryEnvironment,
): ReadonlyMap<StreamNode, string> {
  const found = new Map<StreamNode, string>();
  for (const node of nodes) {
    const { operation } = node;
    if (operation.kind === 'to') found.set(node, environment.bucketForWriting(operation.bucket));
    if (operation.kind === 'from' || operation.kind === 'source') {
      if (operation.bucket) found.set(node, environment.bucketForReading(operation.bucket));
    }
  }
  return found;
}

function checkBounds({ nodes }: Plan): void {
  for (const { operation, bounds } of nodes) {
    if (operation.kind !== 'window' || bounds) continue;
    failFinally(
      'failed to initialize execute state: nil bounds passed to window; use range to set the window range',
    );
  }
}

function resultsOf({ results }: Plan, engine: Engine): Result[] {
  return results.map(({ name, node }) => ({ name, tables: tablesOf(node, engine) }));
}
