import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  SENSOR_BUCKET,
  SENSOR_ORG,
  SENSOR_TOKEN,
  V1_BUCKET,
  V1_USER,
} from '@/demo/seed/credentials';
import { testDemo } from '@/demo/testing';
import type { TestDemo } from '@/demo/testing';
import type { BucketRecord } from '@/demo/state';

let demo: TestDemo;
beforeEach(() => {
  demo = testDemo();
});

const ALL = { start: -(2n ** 63n), stop: 2n ** 63n - 1n };
const V2 = `/api/v2/write?org=${SENSOR_ORG}&bucket=${SENSOR_BUCKET}`;
const SENSOR = { Authorization: `Token ${SENSOR_TOKEN}` };
const BASIC = {
  Authorization: `Basic ${btoa(`${V1_USER.username}:${V1_USER.password}`)}`,
};

interface Answer {
  status: number;
  message: string;
}

async function send(
  path: string,
  body: BodyInit,
  headers: Record<string, string> = SENSOR,
): Promise<Answer> {
  const response = await demo.handle(
    new Request(`http://influxdb${path}`, { method: 'POST', body, headers }),
  );
  const text = await response.text();
  const message = text === '' ? '' : (JSON.parse(text) as { message: string }).message;
  return { status: response.status, message };
}

function bucket(name: string): BucketRecord {
  return [...demo.state.buckets.values()].find((one) => one.name === name)!;
}

/** `field@time value` of all points. */
function stored(name = SENSOR_BUCKET): string[] {
  return [...demo.state.storage.read(bucket(name).id, ALL)].flatMap(({ field, times, data }) =>
    Array.from(times, (time, i) => `${field}@${time} ${data.values[i]}`),
  );
}

const RECENT = Date.parse('2026-01-02T03:00:00Z') / 1000;

describe('/api/v2/write', () => {
  test('the two lines of the sensors are stored at the time of the server', async () => {
    const lines =
      'airSensors,sensor_id=TLM0201 temperature=73.97038159354763,humidity=35.23103248356096,co=0.48445310567793615\n' +
      'airSensors,sensor_id=TLM0202 temperature=75.30007505999716,humidity=35.651929918691714,co=0.5141876544505826';
    expect(await send(V2, lines)).toEqual({ status: 204, message: '' });
    expect(stored()).toHaveLength(6);
    const now = BigInt(Date.parse('2026-01-02T03:04:05Z')) * 1_000_000n;
    expect(stored()).toContain(`temperature@${now} 73.97038159354763`);
  });

  test('points without a time do not replace those of the write before', async () => {
    await send(V2, 'm v=1');
    await send(V2, 'm v=2');
    expect(stored()).toHaveLength(2);
  });

  test('the time of the server is cut to the precision', async () => {
    demo.pass(123);
    await send(`${V2}&precision=s`, 'm v=1');
    expect(stored()[0]).toMatch(/000000000 1$/);
  });

  test('a batch with a malformed line stores nothing', async () => {
    expect(await send(V2, `good v=1 ${RECENT}\nbad\nalso bad`)).toEqual({
      status: 400,
      message:
        "unable to parse 'bad': missing fields\nunable to parse 'also bad': invalid field format",
    });
    expect(stored()).toEqual([]);
  });

  test('a partial write stores the rest, and keeps what it refused in _monitoring', async () => {
    const path = `${V2}&precision=s`;
    const { status, message } = await send(
      path,
      `m v=1 ${RECENT}\nm v=2i ${RECENT}\nm w=3 ${RECENT}`,
    );
    expect(status).toBe(422);
    expect(message).toMatch(
      /^failure writing points to database: partial write: field type conflict/,
    );
    expect(stored()).toEqual([`v@${RECENT}000000000 1`, `w@${RECENT}000000000 3`]);
    const monitoring = [...demo.state.buckets.values()].find(
      ({ name, orgID }) => name === '_monitoring' && orgID === bucket(SENSOR_BUCKET).orgID,
    )!;
    const [errors] = demo.state.storage.read(monitoring.id, ALL);
    expect(errors).toMatchObject({ measurement: 'write_errors', field: 'error' });
    expect(errors!.data.values[0]).toBe(
      message.replace('failure writing points to database: ', ''),
    );
  });

  test.each(['gzip', 'x-gzip'])('a body in %s is unpacked', async (encoding) => {
    const body = new Uint8Array(gzipSync(`m v=1 ${RECENT}`));
    const headers = { ...SENSOR, 'Content-Encoding': encoding };
    expect((await send(`${V2}&precision=s`, body, headers)).status).toBe(204);
    expect(stored()).toHaveLength(1);
  });

  test('a damaged gzip body shows after permission was looked at', async () => {
    const body = new Uint8Array(gzipSync(`m v=1 ${RECENT}`));
    body[body.length - 8]! ^= 0xff;
    const headers = { ...SENSOR, 'Content-Encoding': 'gzip' };
    expect(await send(V2, body, headers)).toEqual({
      status: 400,
      message: 'unable to read data: gzip: invalid checksum',
    });
    const other = V2.replace(SENSOR_BUCKET, V1_BUCKET);
    expect((await send(other, body, headers)).status).toBe(403);
  });

  test('a bucket is found by id before name', async () => {
    const { id } = bucket(SENSOR_BUCKET);
    const path = `/api/v2/write?org=${SENSOR_ORG}&precision=s&bucket=${id.toUpperCase()}`;
    expect((await send(path, `m v=1 ${RECENT}`)).status).toBe(204);
    expect(stored()).toHaveLength(1);
  });

  test('an inactive token may write nothing, which it is told', async () => {
    const token = [...demo.state.tokens.values()].find((one) => one.token === SENSOR_TOKEN)!;
    token.status = 'inactive';
    expect(await send(V2, 'm v=1')).toEqual({
      status: 403,
      message: 'insufficient permissions for write: token is inactive',
    });
  });

  test('an empty body asks whether writing is allowed', async () => {
    expect((await send(V2, '# nothing')).status).toBe(204);
    expect((await send(V2.replace(SENSOR_BUCKET, V1_BUCKET), '')).status).toBe(403);
  });

  test('10,000 lines are written in well under a second', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) =>
        `airSensors,sensor_id=TLM0${100 + (i % 8)} temperature=${70 + i / 1e4},humidity=35.2,co=0.4 ${RECENT * 1000 + i}`,
    );
    // Processor time: what else the machine does does not count.
    const before = process.cpuUsage();
    expect((await send(`${V2}&precision=ms`, lines.join('\n'))).status).toBe(204);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(900);
    expect(stored()).toHaveLength(30_000);
  });
});

describe('/write', () => {
  test.each([
    ['s', 1_000_000_000n],
    ['ms', 1_000_000n],
    ['us', 1000n],
    ['u', 1n],
    ['h', 1n],
    ['bogus', 1n],
  ])('precision %s', async (precision, factor) => {
    const path = `/write?db=${V1_BUCKET}&precision=${precision}`;
    expect(await send(path, 'm v=1 5', BASIC)).toEqual({ status: 204, message: '' });
    expect(stored(V1_BUCKET)).toEqual([`v@${5n * factor} 1`]);
  });

  test.each([
    ['/write', 400, 'missing db'],
    ['/write?db=nope', 404, 'no dbrp mapping found'],
    [`/write?db=${V1_BUCKET}&rp=nope`, 404, 'no dbrp mapping found'],
    [`/write?db=${SENSOR_BUCKET}`, 404, 'no dbrp mapping found'],
  ])('%s', async (path, status, message) => {
    expect(await send(path, 'm v=1 5', BASIC)).toEqual({ status, message });
  });

  test('a credential that may only read is told so; one that may only write does', async () => {
    const user = [...demo.state.v1Users.values()][0]!;
    const both = user.permissions;
    const only = (action: string) => both.filter((permission) => permission.action === action);
    const path = `/write?db=${V1_BUCKET}`;
    user.permissions = only('read');
    expect(await send(path, 'm v=1 5', BASIC)).toEqual({
      status: 403,
      message: 'insufficient permissions for write',
    });
    user.permissions = only('write');
    expect((await send(path, 'm v=1 5', BASIC)).status).toBe(204);
  });
});

describe('/api/v2/delete', () => {
  const path = `/api/v2/delete?org=${SENSOR_ORG}&bucket=${SENSOR_BUCKET}`;

  test('the stop is part of what goes', async () => {
    await send(`${V2}&precision=s`, `m v=1 ${RECENT}\nm v=2 ${RECENT + 1}\nm v=3 ${RECENT + 2}`);
    const body = JSON.stringify({ start: '2026-01-02T03:00:00Z', stop: '2026-01-02T03:00:01Z' });
    expect((await send(path, body)).status).toBe(204);
    expect(stored()).toEqual([`v@${RECENT + 2}000000000 3`]);
  });

  test('a body that cannot be read is refused before the bucket is looked for', async () => {
    expect(await send('/api/v2/delete', '{')).toEqual({
      status: 400,
      message: 'error decoding json body: unexpected EOF',
    });
  });

  test('fields cannot be deleted alone', async () => {
    const body = {
      start: '1970-01-01T00:00:00Z',
      stop: '2030-01-01T00:00:00Z',
      predicate: '_field="v"',
    };
    expect(await send(path, JSON.stringify(body))).toEqual({
      status: 501,
      message: 'delete by field is not supported',
    });
  });
});
