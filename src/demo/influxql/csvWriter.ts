import { formatFloat } from '@/demo/flux/numbers';
import { escapeTag } from '@/lib/lineProtocolWrite';
import type { Cell, Result, ResultSeries } from './results';
import { epochFormat } from './timeFormat';

const ROWS_A_PIECE = 5000;

/** As Go's encoding/csv quotes. */
function quoted(text: string): string {
  const needsQuotes = /[,"\r\n]/.test(text) || /^\s/.test(text) || text === '\\.';
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? formatFloat(cell) : quoted(String(cell));
}

function header(series: ResultSeries): string {
  return `${['name', 'tags', ...series.columns].map(quoted).join(',')}\n`;
}

function tagsText({ tags }: ResultSeries): string {
  return tags
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${escapeTag(key)}=${escapeTag(value)}`)
    .join(',');
}

function* seriesText(series: ResultSeries, epoch: string): Generator<string> {
  const { times } = series;
  const format = epochFormat(epoch);
  const start = `${quoted(series.name)},${quoted(tagsText(series))}`;
  let text = '';
  for (let row = 0; row < series.length; row++) {
    let line = times === null ? start : `${start},${format(times[row] ?? 0n)}`;
    for (const cells of series.cells) line += `,${cellText(cells[row] ?? null)}`;
    text += `${line}\n`;
    if (row % ROWS_A_PIECE === ROWS_A_PIECE - 1) {
      yield text;
      text = '';
    }
  }
  yield text;
}

function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}

/** An empty line and a new header between statements and where columns change. What failed, and what is empty, leaves no trace. */
export function* csvText(results: Iterable<Result>, epoch: string): Generator<string> {
  let statementID = -1;
  for (const result of results) {
    let columns: readonly string[] | null = result.statementID === statementID ? [] : null;
    for (const [i, series] of result.series.entries()) {
      const isFirst = i === 0;
      if (columns === null || (!isFirst && !sameColumns(columns, series.columns))) {
        yield `${statementID < 0 ? '' : '\n'}${header(series)}`;
        statementID = result.statementID;
      }
      columns = series.columns;
      yield* seriesText(series, epoch);
    }
  }
}
