/** Response bodies: airSensors as InfluxDB sends them, alike in every run. */

const sensors = [100, 101, 102, 103, 200, 201, 202, 203].map((n) => `TLM0${n}`);

/** First value and largest step of each field. */
const fields = { co: [0.4, 0.02], humidity: [35, 0.05], temperature: [71, 0.08] } as const;
type Field = keyof typeof fields;

const start = Date.UTC(2026, 0, 1);
const stepMs = 10_000;

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function walk(count: number, seed: number, field: Field): [number, number][] {
  const next = random(seed);
  const [level, step] = fields[field];
  let value: number = level;
  return Array.from({ length: count }, (_, i) => {
    value += (next() - 0.5) * step;
    return [start + i * stepMs, value];
  });
}

const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

const head = (type: string) =>
  `#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339,${type},string,string,string\r\n` +
  '#group,false,false,true,true,false,false,true,true,true\r\n#default,_result,,,,,,,,\r\n' +
  ',result,table,_start,_stop,_time,_value,_field,_measurement,sensor_id\r\n';

/** Annotated CSV, one table for each of the fields and each of eight sensors. */
function fluxBody(rows: number, names: readonly Field[]): Buffer {
  const tables = names.flatMap((field) => sensors.map((sensor) => ({ field, sensor })));
  const perTable = Math.floor(rows / tables.length);
  const stop = start + perTable * stepMs;
  const parts = tables.map(({ field, sensor }, table) => {
    const before = `,,${table},${iso(start)},${iso(stop)},`;
    const after = `,${field},airSensors,${sensor}\r\n`;
    const lines = walk(perTable, 7 + table, field).map(
      ([t, v]) => `${before}${iso(t)},${v}${after}`,
    );
    return Buffer.from(lines.join(''));
  });
  return Buffer.concat([Buffer.from(head('double')), ...parts, Buffer.from('\r\n')]);
}

const states = ['ok', 'warning', 'critical', 'no answer'];

/** The same with a state in place of the number, or with a message that no other row has. */
function textBody(rows: number, isMessage: boolean): Buffer {
  const stop = start + rows * stepMs;
  const before = `,,0,${iso(start)},${iso(stop)},`;
  const lines = Array.from({ length: rows }, (_, i) => {
    const text = isMessage ? `answer ${i} took ${i % 97} ms` : states[(i >> 3) % states.length];
    return `${before}${iso(start + i * stepMs)},${text},state,airSensors,TLM0100\r\n`;
  });
  return Buffer.from(`${head('string')}${lines.join('')}\r\n`);
}

function series(rows: number) {
  const perSeries = Math.floor(rows / sensors.length);
  return sensors.map((sensor, i) => ({
    name: 'airSensors',
    tags: { sensor_id: sensor },
    columns: ['time', 'value'],
    values: walk(perSeries, 7 + i, 'temperature'),
  }));
}

function influxqlBody(rows: number): Buffer {
  return Buffer.from(
    `${JSON.stringify({ results: [{ statement_id: 0, series: series(rows) }] })}\n`,
  );
}

const chunkSize = 10_000;

function chunkedBody(rows: number): Buffer {
  const all = series(rows);
  const documents = all.flatMap((one, place) => {
    const count = Math.ceil(one.values.length / chunkSize);
    return Array.from({ length: count }, (_, i) => {
      const values = one.values.slice(i * chunkSize, (i + 1) * chunkSize);
      const isLast = i === count - 1;
      const part = { ...one, values, ...(isLast ? {} : { partial: true }) };
      const more = isLast && place === all.length - 1 ? {} : { partial: true };
      return `${JSON.stringify({ results: [{ statement_id: 0, series: [part], ...more }] })}\n`;
    });
  });
  return Buffer.from(documents.join(''));
}

/** By the first part of the address. InfluxQL with `epoch=ms`. */
export const bodies = {
  flux: (rows: number) => fluxBody(rows, ['co', 'humidity', 'temperature']),
  temperature: (rows: number) => fluxBody(rows, ['temperature']),
  states: (rows: number) => textBody(rows, false),
  messages: (rows: number) => textBody(rows, true),
  influxql: influxqlBody,
  chunked: chunkedBody,
} satisfies Record<string, (rows: number) => Buffer>;

export type BodyKind = keyof typeof bodies;

export function isBodyKind(text: string): text is BodyKind {
  return text in bodies;
}
