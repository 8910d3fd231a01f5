import type { Cell, Result, ResultSeries } from './results';
import { epochFormat, rfc3339Format } from './timeFormat';
import { compactText } from '@/demo/errors';

/** Go cannot write an infinite number: the whole document becomes this text, with status 200. */
class Unwritable extends Error {}

const ROWS_A_PIECE = 5000;

function cellText(cell: Cell): string {
  switch (typeof cell) {
    case 'number':
      if (!Number.isFinite(cell)) throw new Unwritable(cell > 0 ? '+Inf' : '-Inf');
      return Object.is(cell, -0) ? '-0' : String(cell);
    case 'string':
      return compactText(cell);
    default:
      return String(cell);
  }
}

type CellWriter = (row: number) => string;

function timeWriter(series: ResultSeries, epoch: string): CellWriter[] {
  const { times } = series;
  if (times === null) return [];
  if (epoch !== '') {
    const format = epochFormat(epoch);
    return [(row) => format(times[row] ?? 0n)];
  }
  const format = rfc3339Format(series.timeZone);
  return [(row) => `"${format(times[row] ?? 0n)}"`];
}

function* seriesText(series: ResultSeries, epoch: string): Generator<string> {
  const name = series.name === '' ? '' : `"name":${compactText(series.name)},`;
  const tags =
    series.tags.length === 0 ? '' : `"tags":${compactText(Object.fromEntries(series.tags))},`;
  let text = `{${name}${tags}"columns":${compactText(series.columns)}`;
  if (series.length > 0) {
    const writers: CellWriter[] = [
      ...timeWriter(series, epoch),
      ...series.cells.map((cells) => (row: number) => cellText(cells[row] ?? null)),
    ];
    text += ',"values":[';
    for (let row = 0; row < series.length; row++) {
      let line = row === 0 ? '[' : ',[';
      for (let column = 0; column < writers.length; column++) {
        if (column > 0) line += ',';
        line += writers[column]?.(row) ?? 'null';
      }
      text += `${line}]`;
      if (row % ROWS_A_PIECE === ROWS_A_PIECE - 1) {
        yield text;
        text = '';
      }
    }
    text += ']';
  }
  yield `${text}${series.partial === true ? ',"partial":true' : ''}}`;
}

function* resultText(result: Result, epoch: string): Generator<string> {
  let text = `{"statement_id":${result.statementID}`;
  if (result.series.length > 0) {
    text += ',"series":[';
    for (const [i, series] of result.series.entries()) {
      yield i === 0 ? text : ',';
      text = '';
      yield* seriesText(series, epoch);
    }
    text = ']';
  }
  if (result.partial === true) text += ',"partial":true';
  if (result.error !== undefined) text += `,"error":${compactText(result.error)}`;
  yield `${text}}`;
}

function* documentText(results: readonly Result[], epoch: string): Generator<string> {
  if (results.length === 0) {
    yield '{}\n';
    return;
  }
  yield '{"results":[';
  for (const [i, result] of results.entries()) {
    if (i > 0) yield ',';
    yield* resultText(result, epoch);
  }
  yield ']}\n';
}

function checkFinite(results: readonly Result[]): void {
  for (const { series } of results) {
    for (const { cells } of series) {
      for (const column of cells) {
        const infinite = column.find((cell) => cell === Infinity || cell === -Infinity);
        if (infinite !== undefined) cellText(infinite);
      }
    }
  }
}

/** One document for all results, in pieces. */
export function* jsonDocument(results: readonly Result[], epoch: string): Generator<string> {
  try {
    checkFinite(results);
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    const refused = `json: unsupported value: ${error.message}`;
    const statement = results[0]?.statementID ?? 0;
    yield `{"results":[{"statement_id":${String(statement)},"error":${compactText(refused)}}]}\n`;
    return;
  }
  yield* documentText(results, epoch);
}

/** One document a result, each on a line of its own. */
export function* jsonDocuments(results: Iterable<Result>, epoch: string): Generator<string> {
  let isEmpty = true;
  for (const result of results) {
    isEmpty = false;
    yield* jsonDocument([result], epoch);
  }
  if (isEmpty) yield '{}\n';
}
