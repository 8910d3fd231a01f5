import { expect, test } from 'vitest';
import { parseGoJson } from './goJson';
import { decodeGo, goBool, goID, goInt64, goPointer, goSlice, goStruct, goText } from './goShape';

test.each([
  ['', 'EOF'],
  ['  \n', 'EOF'],
  ['{', 'unexpected EOF'],
  ['{"a":', 'unexpected EOF'],
  ['"abc', 'unexpected EOF'],
  ['[1,', 'unexpected EOF'],
  ['tru', 'unexpected EOF'],
  ['x', "invalid character 'x' looking for beginning of value"],
  ['{"a":}', "invalid character '}' looking for beginning of value"],
  ["{'a':1}", "invalid character '\\'' looking for beginning of object key string"],
  ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
  ['{"a" 1}', "invalid character '1' after object key"],
  ['{"a":1 "b":2}', "invalid character '\"' after object key:value pair"],
  ['[1 2]', "invalid character '2' after array element"],
  ['trux', "invalid character 'x' in literal true (expecting 'e')"],
  ['"a\nb"', "invalid character '\\n' in string literal"],
  ['"\\x"', "invalid character 'x' in string escape code"],
  ['"\\u00g0"', "invalid character 'g' in \\u hexadecimal character escape"],
  ['-x', "invalid character 'x' in numeric literal"],
  ['1.x', "invalid character 'x' after decimal point in numeric literal"],
  ['1ex', "invalid character 'x' in exponent of numeric literal"],
  ['ü', "invalid character 'Ã' looking for beginning of value"],
])('%j is refused as Go refuses it', (text, message) => {
  expect(() => parseGoJson(text)).toThrow(message);
});

test('only the first value of a body is read', () => {
  expect(parseGoJson('"a\\u00fc\\n" trailing')).toEqual({ kind: 'string', text: 'aü\n' });
});

const RULE = goStruct('tenant.rule', { every: goInt64(), on: goBool });
const BUCKET = goStruct('tenant.bucket', {
  orgID: goID,
  name: goText(),
  status: goText('influxdb.Status'),
  note: goPointer(goText()),
  rules: goSlice(RULE),
});

test('members match without regard to case, null and unknown ones leave zero values', () => {
  const text = '{"ORGID":"00000000000000AB","Name":null,"other":{},"rules":[{"every":5},null]}';
  expect(decodeGo(text, BUCKET)).toEqual({
    orgID: '00000000000000ab',
    name: '',
    status: '',
    note: undefined,
    rules: [
      { every: 5n, on: false },
      { every: 0n, on: false },
    ],
  });
});

test.each([
  ['[]', 'json: cannot unmarshal array into Go value of type tenant.bucket'],
  ['{"name":1}', 'json: cannot unmarshal number into Go struct field bucket.name of type string'],
  [
    '{"status":{}}',
    'json: cannot unmarshal object into Go struct field bucket.status of type influxdb.Status',
  ],
  ['{"note":true}', 'json: cannot unmarshal bool into Go struct field bucket.note of type string'],
  [
    '{"rules":{}}',
    'json: cannot unmarshal object into Go struct field bucket.rules of type []tenant.rule',
  ],
  [
    '{"rules":["x"]}',
    'json: cannot unmarshal string into Go struct field bucket.rules of type tenant.rule',
  ],
  [
    '{"rules":[{"every":3600.5}]}',
    'json: cannot unmarshal number 3600.5 into Go struct field rule.rules.every of type int64',
  ],
  [
    '{"rules":[{"every":9223372036854775808}]}',
    'json: cannot unmarshal number 9223372036854775808 into Go struct field rule.rules.every of type int64',
  ],
  ['{"orgID":"zzz"}', 'id must have a length of 16 bytes'],
  ['{"orgID":"000000000000000x"}', 'invalid ID'],
  [
    '{"orgID":5}',
    'json: cannot unmarshal number into Go struct field bucket.orgID of type platform.ID',
  ],
])('%s is refused as Go refuses it', (text, message) => {
  expect(() => decodeGo(text, BUCKET)).toThrow(message);
});

test('the first mismatch is reported, but a malformed id ends the decoding', () => {
  expect(() => decodeGo('{"name":1,"note":2}', BUCKET)).toThrow('bucket.name');
  expect(() => decodeGo('{"name":1,"orgID":"x"}', BUCKET)).toThrow('16 bytes');
  expect(() => decodeGo('{"name":1', BUCKET)).toThrow('unexpected EOF');
});
