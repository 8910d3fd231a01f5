import type { Expression, File, ObjectExpression, Property } from './ast';
import { place } from './ast';
import type { FluxLanguage } from './load';
import { syntaxProblems } from './syntax';

/** What `option task = {…}` says of a task. */
export interface TaskOption {
  name: string;
  every?: string;
  cron?: string;
  offset?: string;
}

export type TaskOptionKey = keyof TaskOption;

const NOWHERE = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

function optionObject(file: File): ObjectExpression | undefined {
  for (const statement of file.body) {
    if (statement.type !== 'OptionStatement') continue;
    const { assignment } = statement;
    const isTask = assignment.type === 'VariableAssignment' && assignment.id.name === 'task';
    if (isTask && assignment.init.type === 'ObjectExpression') return assignment.init;
  }
  return undefined;
}

function keyOf({ key }: Property): string {
  return key.type === 'Identifier' ? key.name : key.value;
}

function textOf(value: Property['value']): string | undefined {
  if (value?.type === 'StringLiteral') return value.value;
  if (value?.type !== 'DurationLiteral') return undefined;
  return value.values.map(({ magnitude, unit }) => `${magnitude}${unit}`).join('');
}

/** Throws what the server says of a script that is no task. */
export function readTaskOption(language: FluxLanguage, script: string): TaskOption {
  const file = language.parse(script);
  const [problem] = syntaxProblems(file);
  if (problem) throw new Error(`loc ${place(problem.location)}: ${problem.message}`);
  const option = optionObject(file);
  if (!option) throw new Error('no task options defined');
  const given = new Map(option.properties.map((p) => [keyOf(p), textOf(p.value)] as const));
  const name = given.get('name');
  if (name === undefined || name === '') throw new Error('missing required option: "name"');
  const [every, cron, offset] = [given.get('every'), given.get('cron'), given.get('offset')];
  if (every !== undefined && cron !== undefined) {
    throw new Error('cannot use both cron and every in task options');
  }
  if (every === undefined && cron === undefined) {
    throw new Error('cron or every is required');
  }
  return {
    name,
    ...(every === undefined ? {} : { every }),
    ...(cron === undefined ? {} : { cron }),
    ...(offset === undefined ? {} : { offset }),
  };
}

function literal(key: TaskOptionKey, text: string): Expression {
  if (key === 'name' || key === 'cron') {
    return { type: 'StringLiteral', value: text, location: NOWHERE };
  }
  const values = [...text.matchAll(/(\d+)(mo|ms|us|µs|ns|y|w|d|h|m|s)/g)].map(
    ([, digits = '0', unit = '']) => ({ magnitude: Number(digits), unit }),
  );
  return { type: 'DurationLiteral', values, location: NOWHERE };
}

/** The script with other values in its task option, laid out anew. `every` and `cron` take each other's place. */
export function withTaskOption(
  language: FluxLanguage,
  script: string,
  change: Partial<TaskOption>,
): string {
  const file = language.parse(script);
  const option = optionObject(file);
  if (!option) return script;
  const replaced = change.every === undefined ? 'every' : 'cron';
  const isSchedule = change.every !== undefined || change.cron !== undefined;
  const values = new Map<string, Property>();
  for (const property of option.properties) values.set(keyOf(property), property);
  if (isSchedule) values.delete(replaced);
  for (const key of ['name', 'every', 'cron', 'offset'] as const) {
    const text = change[key];
    if (text === undefined) continue;
    const name = { type: 'Identifier', name: key, location: NOWHERE } as const;
    const value = literal(key, text);
    values.set(key, { type: 'Property', key: name, value, location: NOWHERE });
  }
  const changed: ObjectExpression = { ...option, properties: [...values.values()] };
  return language.format({ ...file, body: file.body.map((s) => withInit(s, option, changed)) });
}

function withInit(
  statement: File['body'][number],
  from: ObjectExpression,
  to: ObjectExpression,
): File['body'][number] {
  if (statement.type !== 'OptionStatement' || statement.assignment.init !== from) return statement;
  return { ...statement, assignment: { ...statement.assignment, init: to } };
}
