import type { Precision } from '@/lib/lineProtocol';
import type { LineError, LineWarning } from '@/lib/lineProtocolParse';
import { parseLines } from '@/lib/lineProtocolParse';
import type { Picked } from '@/lib/paths';
import { writtenBy } from './written';

export interface CheckedLines {
  /** What is sent: line ends are LF, else `\r` would stick to the last value of each line. */
  body: string;
  /** Whether Windows line ends were replaced. */
  isConverted: boolean;
  points: number;
  fields: number;
  measurements: string[];
  /** What to look at after the write. */
  written: Picked;
  errors: LineError[];
  warnings: LineWarning[];
  bytes: number;
}

/** Reads the text as the server will, before it is sent. */
export function checkLines(text: string, precision: Precision): CheckedLines {
  const body = text.replace(/\r\n?/g, '\n');
  const { points, errors, warnings } = parseLines(body, { precision });
  return {
    body,
    isConverted: body !== text,
    points: points.length,
    fields: points.reduce((sum, point) => sum + point.fields.length, 0),
    written: writtenBy(points),
    measurements: [...new Set(points.map(({ measurement }) => measurement))],
    errors,
    warnings: [...warnings, ...distantTimes(points, precision)],
    bytes: new TextEncoder().encode(body).length,
  };
}

type Points = ReturnType<typeof parseLines>['points'];

const earliestLikely = 946_684_800_000_000_000n; // 2000-01-01 in ns

/** Seconds read as nanoseconds land in January 1970: stored without a word, and found by no one. */
function distantTimes(points: Points, precision: Precision): LineWarning[] {
  const index = points.findIndex(
    ({ timeNs }) => timeNs !== null && timeNs > 0n && timeNs < earliestLikely,
  );
  const time = points[index]?.timeNs;
  if (time === undefined || time === null) return [];
  const date = new Date(Number(time / 1_000_000n)).toISOString();
  const message = `Point ${index + 1} has the time ${date}. Is the precision really ${precision}?`;
  return [{ line: 0, message }];
}

/** Two readings of the demo's sensors, without a time: the server takes its own clock. */
export const sampleLines = `airSensors,sensor_id=TLM0201 temperature=73.97038159354763,humidity=35.23103248356096,co=0.48445310567793615
airSensors,sensor_id=TLM0202 temperature=75.30007505999716,humidity=35.651929918691714,co=0.5141876544505826
`;
