import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

let server: FluxServer;

beforeAll(async () => {
  server = await fluxServer();
  server.write(
    [
      'm,host=b v=4 1630422010',
      'm,host=a,room=x v=1 1630422000',
      'other,zone=q w=1i 1630422000',
    ].join('\n'),
  );
});

const READ = 'from(bucket: "b0") |> range(start: -30d)';
const OF_M = `${READ} |> filter(fn: (r) => r._measurement == "m")`;

test.each([
  [
    'the values of a tag, by hand',
    `${OF_M} |> keep(columns: ["host"]) |> group() |> distinct(column: "host")`,
    ['a', 'b'],
  ],
  [
    'the names of columns, by hand',
    `${OF_M} |> keys() |> keep(columns: ["_value"]) |> distinct()`,
    ['_start', '_stop', '_field', '_measurement', 'host', 'room'],
  ],
  [
    'measurements',
    'import "influxdata/influxdb/schema"\nschema.measurements(bucket: "b0")',
    ['m', 'other'],
  ],
  [
    'fields of a measurement',
    'import "influxdata/influxdb/schema"\nschema.measurementFieldKeys(bucket: "b0", measurement: "other")',
    ['w'],
  ],
  [
    'values of a tag that nothing has',
    'import "influxdata/influxdb/schema"\nschema.tagValues(bucket: "b0", tag: "nope")',
    [],
  ],
  [
    'values of a tag before there were any',
    'import "influxdata/influxdb/schema"\nschema.tagValues(bucket: "b0", tag: "host", start: 2020-01-01T00:00:00Z, stop: 2020-02-01T00:00:00Z)',
    [],
  ],
])('%s', async (_, query, values) => {
  expect((await server.rows(query, '_value')).flat()).toEqual(values);
});
