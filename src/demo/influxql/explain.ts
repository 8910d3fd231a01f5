import type { Explain } from '@/lib/influxqlAst';
import { formatExpr } from '@/lib/influxqlFormatExpr';
import { callColumns } from './callGroup';
import type { Plan } from './plan';
import type { ResultSeries } from './results';
import { tableOf } from './results';
import { runPlan } from './select';
import type { SelectScope } from './select';

function lines(plan: Plan, series: number): string[] {
  const { calls } = callColumns(plan.fields);
  const expressions = calls.length === 0 ? ['<nil>'] : calls.map(formatExpr);
  return expressions.flatMap((expression) => [
    `EXPRESSION: ${expression}`,
    `NUMBER OF SHARDS: ${series === 0 ? 0 : 1}`,
    `NUMBER OF SERIES: ${series}`,
    'CACHED VALUES: 0',
    'NUMBER OF FILES: 0',
    'NUMBER OF BLOCKS: 0',
    'SIZE OF BLOCKS: 0',
  ]);
}

/** The demo has neither files nor blocks; series are those of the answer. */
export function explain({ analyze }: Explain, plan: Plan, scope: SelectScope): ResultSeries[] {
  const results = [...runPlan(plan, scope)];
  if (!analyze) {
    return [
      tableOf(
        '',
        ['QUERY PLAN'],
        lines(plan, results.length).map((line) => [line]),
      ),
    ];
  }
  const rows = results.reduce((sum, { length }) => sum + length, 0);
  const tree = ['.', '└── select', `    └── rows: ${rows}`];
  return [
    tableOf(
      '',
      ['EXPLAIN ANALYZE'],
      tree.map((line) => [line]),
    ),
  ];
}
