import type { EpochUnit } from './epochTime';

/** One request for results, as the data worker sends it (POST). */
export interface ResultRequest {
  language: 'flux' | 'influxql';
  url: string;
  headers: Record<string, string>;
  body: string;
  credentials: RequestCredentials;
  /** Unit of the times that InfluxQL sends as numbers; they are RFC 3339 without it. */
  epoch?: EpochUnit;
}
