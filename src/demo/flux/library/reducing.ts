import { isZero } from '@/demo/flux/durations';
import { fail } from '@/demo/flux/fluxError';
import type { Program } from '@/demo/flux/program';
import { streamOf } from '@/demo/flux/stream';
import type { Operation, Reduction, StreamNode } from '@/demo/flux/stream';
import { duplicateColumn } from '@/demo/flux/shapeRows';
import { INFINITE } from '@/demo/flux/durations';
import type { Duration } from '@/demo/flux/durations';
import type { CallSite, FluxValue } from '@/demo/flux/values';
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
  const spec: WindowSpec = {
    every: every ?? period ?? fail('window function requires at least one of "every" or "period"'),
    period: isPeriod ? period : (every ?? NONE),
    offset: args.duration('offset') ?? NONE,
    zoneOffset: zoneOf(args, program),
  };
  // Refuses what cannot be an interval.
  void new Windows(spec);
  return spec;
}

function isSame(a: Duration, b: Duration): boolean {
  return a.months === b.months && a.ns === b.ns;
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
    isPlain:
      isSame(spec.every, spec.period) &&
      columns.timeColumn === '_time' &&
      columns.startColumn === '_start' &&
      columns.stopColumn === '_stop',
  };
}

function streamNode(value: FluxValue): StreamNode {
  return value.type === 'stream' ? value.node : fail('fn must return a stream of tables');
}

/** `window |> fn |> duplicate |> window(every: inf)`; in one step where `fn` is one of ours. */
function aggregateWindow(program: Program): FluxValue {
  return builtin((args, site) => {
    const column = args.string('column', '_value');
    const timeSource = args.string('timeSrc', '_stop');
    const timeTarget = args.string('timeDst', '_time');
    const createEmpty = args.bool('createEmpty', true);
    const input = args.stream();
    const window = streamOf(windowOf(args, program, createEmpty), [input], site);
    const reduced = streamNode(
      args.fn('fn').call(
        new Map([
          ['column', { type: 'string', value: column }],
          [args.fn('fn').pipe ?? 'tables', window],
        ]),
        site,
      ),
    );
    const { operation: reduce } = reduced;
    const { operation: windowed } = streamNode(window);
    if (
      reduce.kind === 'reduce' &&
      windowed.kind === 'window' &&
      windowed.isPlain &&
      reduced.inputs[0] === streamNode(window) &&
      (timeSource === '_start' || timeSource === '_stop')
    ) {
      const { reduction } = reduce;
      const { spec } = windowed;
      return streamOf(
        {
          kind: 'aggregateWindow',
          spec,
          reduction,
          column: reduce.column,
          timeSource,
          timeTarget,
          createEmpty,
        },
        [input],
        site,
      );
    }
    return unwindowed(reduced, { timeSource, timeTarget }, site);
  });
}

function unwindowed(
  node: StreamNode,
  { timeSource, timeTarget }: { timeSource: string; timeTarget: string },
  site: CallSite,
): FluxValue {
  const apply = duplicateColumn(timeSource, timeTarget);
  const timed = streamNode(streamOf({ kind: 'transform', apply }, [node], site));
  return streamOf(
    {
      kind: 'window',
      spec: { every: INFINITE, period: INFINITE, offset: NONE, zoneOffset: 0n },
      timeColumn: timeTarget,
      startColumn: '_start',
      stopColumn: '_stop',
      createEmpty: false,
      isPlain: false,
    },
    [timed],
    site,
  );
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
