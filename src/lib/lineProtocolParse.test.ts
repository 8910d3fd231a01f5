import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldValue, Point } from './lineProtocol';
import { parseLines } from './lineProtocolParse';
import { formatPoint, formatSeriesKey } from './lineProtocolWrite';

function reasonOf(line: string): string | undefined {
  return parseLines(line, { precision: 's' }).errors[0]?.reason;
}

function pointOf(line: string): Point {
  const { points, errors } = parseLines(line);
  expect(errors).toEqual([]);
  return points[0]!;
}

describe('refused lines', () => {
  test.each([
    ['invalid', 'missing fields'],
    ['m', 'missing fields'],
    ['m ', 'invalid field format'],
    [',t=a v=1 1', 'missing measurement'],
    ['m,t v=1 1', 'missing tag value'],
    ['m,=a v=1 1', 'missing tag key'],
    ['m,t= v=1 1', 'missing tag value'],
    ['m,t=a=b v=1', 'invalid tag format'],
    ['m,t=a', 'missing fields'],
    ['m,t=a,t=b v=1 1', 'duplicate tags'],
    ['m,t=a,s=x,t=b v=1 1', 'duplicate tags'],
    ['m,time=a v=1 1', 'cannot use reserved tag key "time"'],
    ['m,_field=a v=1 1', 'cannot use reserved tag key "_field"'],
    ['m,_measurement=a v=1 1', 'cannot use reserved tag key "_measurement"'],
    ['m =1 1', 'missing field key'],
    ['m a=1,=2', 'missing field key'],
    ['m v= 1', 'missing field value'],
    ['m v=', 'missing field value'],
    ['m v 1', 'invalid field format'],
    ['m a=1,b', 'invalid field format'],
    ['m v="open 1', 'unbalanced quotes'],
    ['m v=1 notatime', 'bad timestamp'],
    ['m v=1 9223372036854775807', 'time outside range -9223372036854775806 - 9223372036854775806'],
    [
      'm v=1 9223372036854775808',
      'strconv.ParseInt: parsing "9223372036854775808": value out of range',
    ],
    ['m v=1 1 1', 'point is invalid'],
    ['also bad', 'invalid field format'],
    ['good v=1 1\r', 'bad timestamp'],
    ['a\\ v=1 1', 'invalid field format'],
    ['m,t=a\\\\ v=1 1', 'invalid tag format'],
  ])('%j: %s', (line, reason) => {
    expect(reasonOf(line)).toBe(reason);
  });

  test.each([
    ['abc', 'invalid boolean'],
    ['tru', 'invalid boolean'],
    ['tRUE', 'invalid boolean'],
    ['+1', 'invalid boolean'],
    ['inf', 'invalid boolean'],
    ['1.2.3', 'invalid number'],
    ['1ii', 'invalid number'],
    ['1i2', 'invalid number'],
    ['1.5i', 'invalid number'],
    ['-1u', 'invalid number'],
    ['-', 'invalid number'],
    ['.', 'invalid number'],
    ['-i', 'invalid number'],
    ['NaN', 'invalid number'],
    ['0x10', 'invalid number'],
    ['1_000', 'invalid number'],
    ['1-5', 'invalid number'],
    ['1\r', 'invalid number'],
    ['1e', 'invalid float'],
    ['1e400', 'invalid float'],
    ['1e5.5', 'invalid float'],
    [
      '9223372036854775808i',
      'unable to parse integer 9223372036854775808: strconv.ParseInt: parsing "9223372036854775808": value out of range',
    ],
    [
      '18446744073709551616u',
      'unable to parse unsigned 18446744073709551616: strconv.ParseUint: parsing "18446744073709551616": value out of range',
    ],
  ])('v=%s: %s', (value, reason) => {
    expect(reasonOf(`m v=${value} 1`)).toBe(reason);
  });

  test('a key beyond 65,535 bytes is counted in UTF-8', () => {
    expect(reasonOf(`m,t=${'ü'.repeat(32_766)} v=1`)).toBe(
      'max key length exceeded: 65536 > 65535',
    );
    expect(reasonOf(`m,t=${'ü'.repeat(32_760)} v=1`)).toBeUndefined();
    expect(reasonOf(`m,t=${'a'.repeat(65_529)} v=1`)).toBe(
      'max key length exceeded: 65538 > 65535',
    );
  });

  test('good lines are kept beside bad ones, which are numbered by where they start', () => {
    const text = 'a v=1 1\n\n# note\nbad\nnl v="two\nlines" 2\n  also bad\nb v=2 2';
    const { points, errors } = parseLines(text);
    expect(points.map((point) => point.measurement)).toEqual(['a', 'nl', 'b']);
    expect(errors).toEqual([
      { line: 4, text: 'bad', reason: 'missing fields' },
      { line: 7, text: 'also bad', reason: 'invalid field format' },
    ]);
  });
});

describe('values', () => {
  test.each<[string, FieldValue]>([
    ['1', { type: 'float', value: 1 }],
    ['-1.5e-3', { type: 'float', value: -0.0015 }],
    ['.5', { type: 'float', value: 0.5 }],
    ['1.', { type: 'float', value: 1 }],
    ['-9223372036854775808i', { type: 'integer', value: -(2n ** 63n) }],
    ['18446744073709551615u', { type: 'unsigned', value: 2n ** 64n - 1n }],
    ['t', { type: 'boolean', value: true }],
    ['False', { type: 'boolean', value: false }],
    ['""', { type: 'string', value: '' }],
    ['"a\\b\\n"', { type: 'string', value: 'a\\b\\n' }],
    ['"quo\\"te, = back\\\\slash"', { type: 'string', value: 'quo"te, = back\\slash' }],
  ])('v=%s', (text, value) => {
    expect(pointOf(`m v=${text} 1`).fields).toEqual([['v', value]]);
  });

  test('a CR after a quoted value without a time becomes part of it', () => {
    expect(pointOf('m v="x"\r\n').fields).toEqual([['v', { type: 'string', value: 'x"' }]]);
  });

  test.each([
    ['s', 1n, 1_000_000_000n],
    ['ms', -2n, -2_000_000n],
    ['us', 3n, 3_000n],
    ['ns', 4n, 4n],
  ] as const)('times in %s', (precision, written, timeNs) => {
    expect(parseLines(`m v=1 ${written}`, { precision }).points[0]?.timeNs).toBe(timeNs);
  });
});

describe('escapes', () => {
  test('names lose the backslash before a comma, blank and equals sign', () => {
    expect(pointOf('esc\\,aped\\ m,ta\\=g=va\\ l\\,ue fi\\ eld=1 1')).toEqual({
      measurement: 'esc,aped m',
      tags: [['ta=g', 'va l,ue']],
      fields: [['fi eld', { type: 'float', value: 1 }]],
      timeNs: 1n,
    });
  });

  test('other backslashes and quotes stay', () => {
    expect(pointOf('"m"\\x,t=a\\\\b,u="y" "v"=1 1')).toMatchObject({
      measurement: '"m"\\x',
      tags: [
        ['t', 'a\\\\b'],
        ['u', '"y"'],
      ],
      fields: [['"v"', { value: 1 }]],
    });
  });

  test.each([
    ['a\\=b v=1', 'a=b'],
    ['a\\"b v=1', 'a"b'],
    ['a\\\\ b v=1', 'a\\ b'],
  ])('%s is accepted with a warning: no query finds it', (line, measurement) => {
    expect(pointOf(line)).toMatchObject({ measurement, isUnreachable: true });
    expect(parseLines(`ok v=1\n${line}`).warnings).toMatchObject([{ line: 2 }]);
  });

  test('a line that ends in CRLF is noted, whether or not it is refused', () => {
    expect(parseLines('m v="x"\r\nm v=1 1\r\n').warnings.map((warning) => warning.line)).toEqual([
      1, 2,
    ]);
  });

  test('tags are sorted by the bytes of their keys', () => {
    expect(pointOf('m,\u{1f321}=1,\uffee=2,a=3 v=1').tags.map(([key]) => key)).toEqual([
      'a',
      '\uffee',
      '\u{1f321}',
    ]);
  });
});

// What line protocol cannot carry in a name: a newline, a backslash before a character that it escapes or at the end.
const name = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .filter((text) => !/\n|\\(?=[,= "\\])|\\$/.test(text) && !/^[#\0\t]/.test(text));

const value: fc.Arbitrary<FieldValue> = fc.oneof(
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((number): FieldValue => ({ type: 'float', value: number })),
  fc
    .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    .map((number): FieldValue => ({ type: 'integer', value: number })),
  fc
    .bigInt({ min: 0n, max: 2n ** 64n - 1n })
    .map((number): FieldValue => ({ type: 'unsigned', value: number })),
  fc.boolean().map((truth): FieldValue => ({ type: 'boolean', value: truth })),
  fc.string({ unit: 'binary' }).map((text): FieldValue => ({ type: 'string', value: text })),
);

const reserved = new Set(['time', '_field', '_measurement']);
const point: fc.Arbitrary<Point> = fc.record({
  measurement: name,
  tags: fc
    .uniqueArray(fc.tuple(name, name), { selector: ([key]) => key, maxLength: 4 })
    .map((tags) => tags.filter(([key]) => !reserved.has(key))),
  fields: fc.uniqueArray(fc.tuple(name, value), {
    selector: ([key]) => key,
    minLength: 1,
    maxLength: 4,
  }),
  timeNs: fc.option(fc.bigInt({ min: -(2n ** 63n) + 2n, max: 2n ** 63n - 2n })),
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 3 }), (points) => {
      const parsed = parseLines(points.map(formatPoint).join('\n'));
      expect(parsed.errors).toEqual([]);
      expect(parsed.warnings.filter((warning) => !warning.message.includes('CRLF'))).toEqual([]);
      expect(parsed.points.map((read) => ({ ...read, tags: new Map(read.tags) }))).toEqual(
        points.map((written) => ({ ...written, tags: new Map(written.tags) })),
      );
    }),
    { numRuns: 500 },
  );
});

test('any text is read or refused, never thrown at', () => {
  const piece = fc.constantFrom(
    'm',
    ',',
    '=',
    ' ',
    '\\',
    '"',
    '\n',
    '1',
    'i',
    'e',
    '-',
    't',
    '\r',
    '#',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { points, errors } = parseLines(pieces.join(''));
      expect(points.every((read) => read.measurement !== '')).toBe(true);
      expect(errors.every((error) => error.reason !== '')).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a series key is printed with its escapes', () => {
  expect(formatSeriesKey('a b', [['k=', 'v,']])).toBe('a\\ b,k\\==v\\,');
});

test('10,000 lines take well under a second of processor time', () => {
  const line =
    'airSensors,sensor_id=TLM0201 temperature=73.97038159354763,humidity=35.231,co=0.48 1';
  const text = Array.from({ length: 10_000 }, () => line).join('\n');
  const start = process.cpuUsage();
  expect(parseLines(text).points).toHaveLength(10_000);
  expect(process.cpuUsage(start).user).toBeLessThan(500_000);
});
