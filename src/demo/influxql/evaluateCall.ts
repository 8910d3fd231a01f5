import type { Call, Expr, Fill } from '@/lib/influxqlAst';
import { filled } from './fill';
import { integral } from './integral';
import type { Point, PointList } from './points';
import { byTime, from, joinedList, mergedPoints, pointAt } from './points';
import type { PointsReducer } from './reducePoints';
import { extremes, percentile, pointsReducers, unorderedReducers } from './reducePoints';
import type { Partial, SeriesReducer } from './reduceSeries';
import { seriesReducers } from './reduceSeries';
import { transforms, windowsBefore } from './transforms';
import type { Window, Windows } from './windows';

/** What a function is computed in: one group of series. */
export interface CallScope {
  /** The points of a field within a range, a list a series. */
  lists: (field: string, range: { start: bigint; end: bigint }) => PointList[];
  windows: Windows | null;
  /** Null = from the first point on. */
  start: bigint | null;
  end: bigint;
  /** ORDER BY time DESC: functions of neighbouring points begin with the newest. */
  descending: boolean;
  fill: Fill;
  /** The only function, and one that selects points: it keeps their times. */
  keepsTimes: boolean;
  /** Called when the points of this group end a function: it has none in the groups that follow. */
  endsEarly: () => void;
}

const EVER = -(2n ** 63n);

/** Without windows all points are one window, which has the time 0 where the range has no start. */
function windowOf(scope: CallScope, time: bigint): Window {
  return scope.windows?.at(time) ?? { start: scope.start ?? 0n, end: 2n ** 63n };
}

/** Calls back for the points of each window. */
function eachWindow(
  times: ArrayLike<bigint>,
  scope: CallScope,
  visit: (window: Window, from: number, to: number) => void,
): void {
  for (let from = 0; from < times.length;) {
    const window = windowOf(scope, times[from] ?? 0n);
    let to = from + 1;
    while (to < times.length && (times[to] ?? window.end) < window.end) to++;
    visit(window, from, to);
    from = to;
  }
}

function reduceBySeries(
  reducer: SeriesReducer,
  lists: readonly PointList[],
  scope: CallScope,
): Point[] {
  const outcomes = new Map<bigint, Partial>();
  for (const list of lists) {
    eachWindow(list.times, scope, ({ start }, from, to) => {
      const outcome = reducer.reduce(list, from, to);
      const known = outcomes.get(start);
      outcomes.set(start, known ? reducer.join(known, outcome) : outcome);
    });
  }
  return [...outcomes]
    .map(([start, point]) => (scope.keepsTimes ? point : { ...point, time: start }))
    .sort(byTime);
}

/** The server ends at the first window that a function makes nothing of (`percentile` of too few points). */
function untilEmpty(windows: Point[][], scope: CallScope): Point[] {
  const { descending } = scope;
  const end = descending
    ? windows.findLastIndex((points) => points.length === 0)
    : windows.findIndex((points) => points.length === 0);
  if (end < 0) return windows.flat();
  scope.endsEarly();
  return (descending ? windows.slice(end + 1) : windows.slice(0, end)).flat();
}

function reduceTogether(
  reducer: PointsReducer,
  points: readonly Point[],
  scope: CallScope,
  keepsTimes: boolean,
): Point[] {
  const times = points.map((point) => point.time);
  const windows: Point[][] = [];
  eachWindow(times, scope, ({ start }, from, to) => {
    const window = points.slice(from, to);
    const outcome = reducer(scope.descending ? window.reverse() : window);
    windows.push(keepsTimes ? outcome : outcome.map((point) => ({ ...point, time: start })));
  });
  return untilEmpty(windows, scope);
}

/** The points of a window come series by series, as the server takes them for these functions. */
function reduceUnordered(
  reducer: PointsReducer,
  lists: readonly PointList[],
  scope: CallScope,
): Point[] {
  const windows = new Map<bigint, Point[]>();
  for (const list of lists) {
    eachWindow(list.times, scope, ({ start }, from, to) => {
      const points = windows.get(start) ?? [];
      windows.set(start, points);
      for (let i = from; i < to; i++) points.push(pointAt(list, i));
    });
  }
  return [...windows]
    .flatMap(([time, points]) => reducer(points).map((point) => ({ ...point, time })))
    .sort(byTime);
}

function fieldOf(call: Call): string {
  const [arg] = call.args;
  return arg?.kind === 'reference' ? arg.name : '';
}

function listsOf(call: Call, scope: CallScope): PointList[] {
  return scope.lists(fieldOf(call), { start: scope.start ?? EVER, end: scope.end });
}

/**
 * Rows of a subquery may be older than the range: their window began before it. A function over everything ends at such
 * a row, so that it finds nothing when it meets one first.
 */
function withinRange(lists: PointList[], { windows, start, descending }: CallScope): PointList[] {
  if (windows || start === null) return lists;
  const isOld = ({ times }: PointList): boolean => (times[0] ?? start) < start;
  if (!lists.some(isOld)) return lists;
  return descending ? lists.map((list) => from(list, start)) : [];
}

function inOrder(points: Point[], { descending }: CallScope): Point[] {
  return descending ? points.reverse() : points;
}

/** The range with the windows before it that a function needs to begin at its start. */
function widened(call: Call, scope: CallScope): CallScope {
  const { windows, start, end, descending } = scope;
  const before = windowsBefore(call) * (windows?.interval.every ?? 0n);
  const wider = { ...scope, keepsTimes: false };
  if (descending) return { ...wider, end: end + before };
  return { ...wider, start: start === null ? null : start - before };
}

function applyTransform(call: Call, scope: CallScope): Point[] {
  const transform = transforms[call.name];
  const [arg] = call.args;
  if (!transform || !arg) return [];
  const { windows, start, end } = scope;
  if (arg.kind !== 'call') {
    const points = inOrder(mergedPoints(listsOf(call, scope)), scope);
    return transform(points, call, { ...scope, every: null });
  }
  const input = evaluateCall(arg, widened(call, scope));
  const known = input.filter((point) => point.value !== null);
  const first = start === null ? EVER : windowOf(scope, start).start;
  return transform(known, call, { ...scope, every: windows?.interval.every ?? null }).filter(
    (point) => point.time >= first && point.time <= end,
  );
}

function countArg(expr: Expr | undefined): number {
  return expr?.kind === 'integer' ? Number(expr.value) : 1;
}

/** `top(field, tag, n)`: of each value of the tags only the best point counts. */
function groupByTags(call: Call, lists: readonly PointList[]): PointList[][] {
  const tags = call.args.slice(1, -1);
  if (tags.length === 0) return [[...lists]];
  const groups = new Map<string, PointList[]>();
  for (const list of lists) {
    const key = JSON.stringify(
      tags.map((tag) => (tag.kind === 'reference' ? (list.tags.get(tag.name) ?? '') : '')),
    );
    const group = groups.get(key);
    if (group) group.push(list);
    else groups.set(key, [list]);
  }
  return [...groups.values()];
}

function applyExtremes(call: Call, name: 'top' | 'bottom', scope: CallScope): Point[] {
  const count = countArg(call.args.at(-1));
  const groups = groupByTags(call, withinRange(listsOf(call, scope), scope));
  const hasTags = call.args.length > 2;
  const best = seriesReducers[name === 'top' ? 'max' : 'min'];
  const points =
    !hasTags || !best
      ? mergedPoints(groups.flat())
      : groups.flatMap((lists) => reduceBySeries(best, lists, { ...scope, keepsTimes: true }));
  return newestWindowsFirst(
    reduceTogether(extremes(name, count), points.sort(byTime), scope, true),
    scope,
  );
}

/** Within a window several points of one function keep their order. */
function newestWindowsFirst(points: Point[], scope: CallScope): Point[] {
  if (!scope.descending) return points;
  const windows = new Map<bigint, Point[]>();
  for (const point of points) {
    const { start } = windowOf(scope, point.time);
    const window = windows.get(start);
    if (window) window.push(point);
    else windows.set(start, [point]);
  }
  return [...windows.values()].reverse().flat();
}

function countDistinct(call: Call & { name: 'distinct' }, scope: CallScope): Point[] {
  const counts = new Map<bigint, bigint>();
  for (const { time } of aggregate(call, scope)) counts.set(time, (counts.get(time) ?? 0n) + 1n);
  return [...counts].map(([time, value]) => ({ time, value }));
}

function applyFill(call: Call, points: Point[], scope: CallScope): Point[] {
  const { windows, fill } = scope;
  if (!windows) return points;
  const zero: Fill = { mode: 'number', value: 0 };
  const mode = call.name === 'count' && fill.mode === 'null' ? zero : fill;
  return filled(points, { ...scope, windows, fill: mode });
}

function isDistinct(expr: Expr | undefined): expr is Call & { name: 'distinct' } {
  return expr?.kind === 'call' && expr.name === 'distinct';
}

function aggregate(call: Call, scope: CallScope): Point[] {
  const [arg, second] = call.args;
  if (call.name === 'count' && isDistinct(arg)) return countDistinct(arg, scope);
  const lists = withinRange(listsOf(call, scope), scope);
  const bySeries = seriesReducers[call.name];
  if (bySeries) {
    const isTable = lists[0]?.isTable === true;
    return reduceBySeries(bySeries, isTable ? joinedList(lists) : lists, scope);
  }
  const unordered = unorderedReducers[call.name];
  if (unordered) return reduceUnordered(unordered, lists, scope);
  const percent = second?.kind === 'integer' || second?.kind === 'number' ? second.value : 0;
  const reducer =
    call.name === 'percentile' ? percentile(Number(percent)) : pointsReducers[call.name];
  return reducer ? reduceTogether(reducer, mergedPoints(lists), scope, scope.keepsTimes) : [];
}

/** The outcome of a function in the asked order. */
export function evaluateCall(call: Call, scope: CallScope): Point[] {
  const { name, args } = call;
  if (Object.hasOwn(transforms, name)) return applyTransform(call, scope);
  if (name === 'top' || name === 'bottom') return applyExtremes(call, name, scope);
  if (name === 'integral') {
    const unit = args[1]?.kind === 'duration' ? args[1].ns : 1_000_000_000n;
    const points = inOrder(mergedPoints(listsOf(call, scope)), scope);
    return integral(points, unit, scope.windows, scope.start ?? 0n);
  }
  const points = aggregate(call, scope);
  if (name === 'distinct') return newestWindowsFirst(points, scope);
  return inOrder(applyFill(call, points, scope), scope);
}
