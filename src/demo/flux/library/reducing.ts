import { isZero } from '@/demo/flux/durations';
import { fail, FluxError } from '@/demo/flux/fluxError';
import type { Program } from '@/demo/flux/program';
import { streamOf } from '@/demo/flux/stream';
import type { Operation, Reduction, StreamNode } from '@/demo/flux/stream';
import { INFINITE } from '@/demo/flux/durations';
import type { Duration } from '@/demo/flux/durations';
import { string } from '@/demo/flux/values';
import type { FluxValue } from '@/demo/flux/values';
import type { WindowSpec } from '@/demo/flux/windows';
import { Windows } from '@/demo/flux/windows';
import type { Arguments } from '@/demo/flux/arguments';
import { builtin, operation } from './builtin';
import type { Names } from './builtin';

const REDUCTIONS: readonly Reduction[] = ['mean', 'sum', 'count', 'first', 'last', 'min', 'max'];
const NONE: Duration = { months: 0, ns: 0n };

function zoneOf(args: Arguments, program: Program): bigint {
  const offset = args.record('location')?.get('offset');
  return offset?.type === 'duration' ? offset.value.ns : program.zoneOffset;
}

function windowSpec(args: Arguments, program: Program): WindowSpec {
  const every = args.duration('every');
  const period = args.duration('period');
  const isPeriod = period !== undefined && !isZero(period);
  const isEvery = every !== undefined && !isZero(every);
  if (every && (every.months < 0 || every.ns < 0n)) {
    fail('parameter "every" must be non-negative');
  }
  if (!isEvery && !isPeriod) {
    fail('window function requires at least one of "every" or "period" to be set and non-zero');
  }
  const spec: WindowSpec = {
    every: isEvery ? every : (period ?? NONE),
    period: isPeriod ? period : (every ?? NONE),
    offset: args.duration('offset') ?? NONE,
    zoneOffset: zoneOf(args, program),
  };
  // Refuses what cannot be an interval.
  void new Windows(spec);
  return spec;
}

function windowOf(args: Arguments, program: Program, createEmpty: boolean): Operation {
  const spec = windowSpec(args, program);
  const columns = {
    timeColumn: args.string('timeColumn', '_time'),
    startColumn: args.string('startColumn', '_start'),
    stopColumn: args.string('stopColumn', '_stop'),
  };
  return {
    kind: 'window',
    spec,
    ...columns,
    createEmpty,
  };
}

/** `aggregateWindow` is written in Flux: its problems are told from within the library. */
function innerWindow(args: Arguments, program: Program, createEmpty: boolean): Operation {
  try {
    return windowOf(args, program, createEmpty);
  } catch (error) {
    if (!(error instanceof FluxError) || error.final) throw error;
    throw error.within('error calling function "window" @universe/universe.flux|3894:12-3900:10');
  }
}

function streamNode(value: FluxValue): StreamNode {
  return value.type === 'stream' ? value.node : fail('fn must return a stream of tables');
}

/** `window |> fn |> (fill) |> duplicate |> window(every: inf)`. */
function aggregateWindow(program: Program): FluxValue {
  return builtin((args, site) => {
    const createEmpty = args.bool('createEmpty', true);
    const as = args.string('timeDst', '_time');
    const then = (operation: Operation, input: FluxValue): FluxValue =>
      streamOf(operation, [streamNode(input)], site);
    const window = streamOf(innerWindow(args, program, createEmpty), [args.stream()], site);
    const fn = args.fn('fn');
    const reduced = fn.call(
      new Map([
        ['column', string(args.string('column', '_value'))],
        [fn.pipe ?? 'tables', window],
      ]),
      site,
    );
    const filled = createEmpty ? then({ kind: 'fillEmpty' }, reduced) : reduced;
    const column = args.string('timeSrc', '_stop');
    return then(rewindow(as), then({ kind: 'duplicate', column, as }, filled));
  });
}

/** All windows of a table in one again. */
function rewindow(timeColumn: string): Operation {
  return {
    kind: 'window',
    spec: { every: INFINITE, period: INFINITE, offset: NONE, zoneOffset: 0n },
    timeColumn,
    startColumn: '_start',
    stopColumn: '_stop',
    createEmpty: false,
  };
}

export function reducing(program: Program): Names {
  const reductions = REDUCTIONS.map((reduction) => [
    reduction,
    operation((args) => ({ kind: 'reduce', reduction, column: args.string('column', '_value') })),
  ]);
  return {
    ...(Object.fromEntries(reductions) as Names),
    window: operation((args) => windowOf(args, program, args.bool('createEmpty', false))),
    aggregateWindow: aggregateWindow(program),
  };
}
