import type { File, MemberAssignment, Statement, VariableAssignment } from './ast';
import { compile } from './expressions';
import { fail } from './fluxError';
import type { Library } from './library/library';
import type { Program } from './program';
import { Scope } from './scope';
import type { StreamNode } from './stream';
import { NULL, record, string } from './values';
import type { FluxRecord, FluxValue } from './values';

/** Runs the statements of files in one scope; the streams that stand alone are what the script returns. */
export function runScript(
  files: readonly File[],
  library: Library,
  program: Program,
): StreamNode[] {
  const universe = new Scope(null, program.phase);
  for (const [name, value] of Object.entries(library.universe)) universe.set(name, value);
  universe.set('location', utc());
  const scope = universe.inner();
  const streams: StreamNode[] = [];
  for (const file of files) {
    importPackages(file, library, scope);
    for (const statement of file.body) {
      const value = runStatement(statement, scope, program);
      if (value?.type === 'stream') streams.push(value.node);
    }
  }
  return streams;
}

function utc(): FluxRecord {
  return record(
    new Map<string, FluxValue>([
      ['zone', string('UTC')],
      ['offset', { type: 'duration', value: { months: 0, ns: 0n } }],
    ]),
  );
}

function importPackages(file: File, { packages }: Library, scope: Scope): void {
  for (const { as, path } of file.imports ?? []) {
    const names = packages.get(path.value) ?? {};
    const name = as?.name ?? path.value.split('/').at(-1) ?? path.value;
    scope.set(name, record(new Map(Object.entries(names))));
  }
}

function runStatement(statement: Statement, scope: Scope, program: Program): FluxValue | null {
  switch (statement.type) {
    case 'VariableAssignment':
      scope.set(statement.id.name, compile(statement.init)(scope));
      return null;
    case 'OptionStatement':
      runOption(statement.assignment, scope, program);
      return null;
    case 'ExpressionStatement':
      return compile(statement.expression)(scope);
    case 'ReturnStatement':
      return compile(statement.argument)(scope);
    case 'BadStatement':
    case 'BuiltinStatement':
    case 'TestCaseStatement':
      return fail(`a script cannot hold a ${statement.type}`);
  }
}

function runOption(
  assignment: VariableAssignment | MemberAssignment,
  scope: Scope,
  program: Program,
): void {
  const value = compile(assignment.init)(scope);
  if (assignment.type === 'MemberAssignment') {
    runMemberOption(assignment, value, scope);
    return;
  }
  const { name } = assignment.id;
  scope.set(name, value);
  if (name === 'now' && value.type === 'function') {
    const now = value.call(new Map(), { name: 'now', at: '' });
    if (now.type === 'time') program.now = now.value;
  }
  if (name === 'location' && value.type === 'record') {
    const offset = value.get('offset');
    if (offset?.type === 'duration') program.zoneOffset = offset.value.ns;
  }
}

function runMemberOption({ member }: MemberAssignment, value: FluxValue, scope: Scope): void {
  if (member.object.type !== 'Identifier') return;
  const { name } = member.object;
  const property = 'name' in member.property ? member.property.name : member.property.value;
  const original = scope.find(name);
  if (original?.type !== 'record') return;
  const fields = new Map<string, FluxValue>();
  for (const field of original.names()) fields.set(field, original.get(field) ?? NULL);
  fields.set(property, value);
  scope.set(name, record(fields));
}
