import { compileGoRegexp } from '@/lib/goRegexp';
import type { Call, Expr, Field, MeasurementSource, Select } from '@/lib/influxqlAst';
import type { Storage, TimeSpan } from '@/demo/storage/storage';
import { compareBytes } from '@/lib/byteOrder';
import type { CallColumns, GroupScope } from './callGroup';
import { callColumns, callRows, isSelectorQuery } from './callGroup';
import type { PointQuery } from './callScope';
import { pointList } from './callScope';
import { checkCalls, checkOperators } from './checkTypes';
import { columnNames } from './columnNames';
import { expandDimensions, expandFields } from './expandFields';
import { walk } from './expression';
import type { Filter } from './filter';
import { compileFilter } from './filter';
import type { Plan } from './plan';
import { rawRows } from './rawGroup';
import type { Cell, ResultSeries, TagSet } from './results';
import { limited } from './results';
import type { Schema, SourceReader, SourceSeries } from './sources';
import { cast, measurementReader, mergeSchemas, resultReader } from './sources';
import { MAX_TIME, MIN_TIME } from './timeLiteral';
import { windowsBefore } from './transforms';
import { Windows } from './windows';

export interface SelectScope {
  storage: Storage;
  /** The bucket behind a measurement; throws StatementError when there is none. */
  bucketOf: (source: MeasurementSource) => string;
}

/** A query over what is stored: wildcards are gone. */
interface Bound {
  plan: Plan;
  fields: Field[];
  schema: Schema;
  filter: Filter;
  grouped: string[];
  calls: CallColumns;
  /** Functions that have no more points in any group. */
  ended: Set<Call>;
}

interface Group {
  name: string;
  tags: TagSet;
  series: SourceSeries[];
}

export function measurementTest({ name, regex }: MeasurementSource): (name: string) => boolean {
  if (!regex) return (measurement) => measurement === name;
  const regexp = compileGoRegexp(regex.source);
  return (measurement) => regexp.test(measurement);
}

/** Functions within functions as well. */
function allCalls(fields: readonly Field[]): Call[] {
  const nested = (call: Call): Call[] => [
    call,
    ...call.args.flatMap((arg) => (arg.kind === 'call' ? nested(arg) : [])),
  ];
  return callColumns(fields).calls.flatMap(nested);
}

/** Functions of neighbouring windows read beyond the range, at the end that they begin with. */
function readSpan({ range, interval, fields, ascending }: Plan): TimeSpan {
  const start = range.min ?? MIN_TIME;
  const stop = (range.max ?? MAX_TIME) + 1n;
  const windows = allCalls(fields).reduce((sum, call) => sum + windowsBefore(call), 0n);
  const before = windows * (interval?.every ?? 0n);
  if (!ascending) return { start, stop: stop + before };
  return { start: range.min === undefined ? start : start - before, stop };
}

function oldestFirst(result: ResultSeries): ResultSeries {
  return {
    ...result,
    times: result.times && [...result.times].reverse(),
    cells: result.cells.map((cells) => [...cells].reverse()),
  };
}

/** Tags that the outer query groups by are kept apart in the subquery as well. */
function readSubquery(plan: Plan, outer: Plan, scope: SelectScope): SourceReader {
  const inherited = outer.dimensions.filter(({ kind }) => kind === 'reference');
  const dimensions = [...plan.dimensions, ...inherited];
  const results = [...runPlan({ ...plan, dimensions }, scope, { isSubquery: true })];
  const isSingle = outer.select.sources.length === 1;
  const keepsOrder =
    isSingle && plan.interval === null && isSelectorQuery(callColumns(plan.fields));
  return resultReader(plan.ascending ? results : results.reverse().map(oldestFirst), keepsOrder);
}

function readersOf(plan: Plan, scope: SelectScope): SourceReader[] {
  const span = readSpan(plan);
  return plan.select.sources.flatMap((source) => {
    if (source.kind === 'subquery') {
      const inner = plan.subqueries.get(source.select);
      return inner ? [readSubquery(inner, plan, scope)] : [];
    }
    const bucketID = scope.bucketOf(source);
    const { storage } = scope;
    return [measurementReader({ storage, bucketID, span, matches: measurementTest(source) })];
  });
}

function bind(plan: Plan, readers: readonly SourceReader[]): Bound {
  const schema = mergeSchemas(readers.map((reader) => reader.schema));
  const grouped = expandDimensions(plan.dimensions, schema);
  const fields = expandFields(plan.fields, schema, grouped);
  return {
    plan,
    fields: fields.flatMap(withTopTags),
    schema,
    filter: compileFilter(plan.condition, schema),
    grouped,
    calls: callColumns(fields.flatMap(withTopTags)),
    ended: new Set(),
  };
}

/** `top(field, tag, n)` has columns for its tags. */
function withTopTags(field: Field): Field[] {
  const { expr } = field;
  if (expr.kind !== 'call' || (expr.name !== 'top' && expr.name !== 'bottom')) return [field];
  return [field, ...expr.args.slice(1, -1).map((tag) => ({ expr: tag, alias: '' }))];
}

function neededFields({ fields, filter, schema }: Bound): Set<string> {
  const needed = new Set(filter.fields);
  const addFrom = (expr: Expr): void =>
    walk(expr, (part) => {
      if (part.kind === 'call') part.args.forEach(addFrom);
      else if (part.type !== 'tag' && schema.fields.has(part.name)) needed.add(part.name);
    });
  for (const { expr } of fields) addFrom(expr);
  return needed;
}

function castSeries(series: SourceSeries, schema: Schema): SourceSeries {
  const fields = new Map(series.fields);
  for (const [name, column] of series.fields) {
    const type = schema.fields.get(name) ?? column.type;
    const changed = cast(column, type);
    if (changed) fields.set(name, changed);
    else fields.delete(name);
  }
  return { ...series, fields };
}

/** By measurement, then by the values of the tags grouped by. */
function groupsOf(series: readonly SourceSeries[], grouped: readonly string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of series) {
    const tags = grouped.map((tag) => [tag, one.tags.get(tag) ?? ''] as const);
    const key = [one.name, ...tags.map(([, value]) => value)].join('\0');
    const group = groups.get(key);
    if (group) group.series.push(one);
    else groups.set(key, { name: one.name, tags, series: [one] });
  }
  return [...groups].sort(([a], [b]) => compareBytes(a, b)).map(([, group]) => group);
}

/** The server sorts by the names of the tags that a group has before it looks at their values. */
function limitKey({ tags }: Group): string {
  const own = tags.filter(([, value]) => value !== '');
  return [...own.map(([tag]) => tag), ...own.map(([, value]) => value)].join('|');
}

/** SLIMIT and SOFFSET count within a measurement; SOFFSET alone leaves nothing. */
function limitGroups(groups: readonly Group[], { slimit, soffset }: Select): readonly Group[] {
  if (slimit === 0) return soffset === 0 ? groups : [];
  const names = [...new Set(groups.map(({ name }) => name))];
  const kept = names.flatMap((name) => {
    const own = groups
      .filter((group) => group.name === name)
      .sort((a, b) => compareBytes(limitKey(a), limitKey(b)));
    return limited(own, { limit: slimit, offset: soffset });
  });
  return groups.filter((group) => kept.includes(group));
}

function rawOf(bound: Bound, group: Group): { times: bigint[]; cells: Cell[][] } | undefined {
  const { select, ascending } = bound.plan;
  const most = select.limit === 0 ? Infinity : select.limit + select.offset;
  const { fields, schema, filter } = bound;
  const run = rawRows({ fields, schema, filter, ascending, most }, group.series);
  const { fill } = bound.plan;
  if (run && fill.mode === 'number') {
    for (const cells of run.cells) cells.forEach((cell, i) => (cells[i] = cell ?? fill.value));
  }
  return run;
}

function callsOf(bound: Bound, group: Group): { times: bigint[]; cells: Cell[][] } {
  const { plan, fields, calls, schema, filter, ended } = bound;
  const isSelector = isSelectorQuery(calls);
  const query: PointQuery = { schema, filter, aux: calls.references };
  const scope: GroupScope = {
    lists: (field, range) =>
      group.series
        .map((series) => pointList(query, field, series, range))
        .filter((list) => list !== null),
    windows: plan.interval && new Windows(plan.interval, plan.clock.timeZone),
    start: plan.range.min ?? null,
    end: plan.range.max ?? MAX_TIME,
    descending: !plan.ascending,
    fill: plan.fill,
    keepsTimes: isSelector && plan.interval === null,
  };
  return callRows(fields, calls, scope, { limits: plan.select, schema, ended });
}

function withoutNaN(cells: readonly Cell[]): readonly Cell[] {
  const isNaNCell = (cell: Cell): boolean => typeof cell === 'number' && Number.isNaN(cell);
  return cells.some(isNaNCell) ? cells.map((cell) => (isNaNCell(cell) ? null : cell)) : cells;
}

function seriesOf(bound: Bound, group: Group, columns: readonly string[]): ResultSeries | null {
  const { plan, calls } = bound;
  const isRaw = calls.calls.length === 0;
  const rows = isRaw ? rawOf(bound, group) : callsOf(bound, group);
  if (!rows) return null;
  const { timeZone } = plan.select;
  const limits = isRaw ? plan.select : { limit: 0, offset: 0 };
  const times = limited(rows.times, limits);
  if (times.length === 0) return null;
  return {
    name: group.name,
    tags: group.tags,
    columns,
    times,
    cells: rows.cells.map((cells) => withoutNaN(limited(cells, limits))),
    length: times.length,
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}

/** The series of an answer, computed one by one as they are asked for. */
export function* runPlan(
  plan: Plan,
  scope: SelectScope,
  { isSubquery = false }: { isSubquery?: boolean } = {},
): Generator<ResultSeries> {
  const readers = readersOf(plan, scope);
  const bound = bind(plan, readers);
  if (!isSubquery) checkOperators(bound.fields, bound.schema);
  const needed = neededFields(bound);
  if (needed.size === 0) return;
  const series = readers
    .flatMap((reader) => reader.read(needed, bound.filter.acceptsSeries))
    .map((one) => castSeries(one, bound.schema));
  const groups = [...limitGroups(groupsOf(series, bound.grouped), plan.select)];
  if (groups.length > 0) checkCalls(bound.fields, bound.schema);
  const columns = columnNames(bound.fields, plan.timeName);
  for (const group of plan.ascending ? groups : groups.reverse()) {
    const result = seriesOf(bound, group, columns);
    if (result) yield result;
  }
}
