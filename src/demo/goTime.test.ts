import { expect, test } from 'vitest';
import { timeProblem } from './goTime';

test.each([
  ['soon', 'cannot parse "soon" as "2006"'],
  ['', 'cannot parse "" as "2006"'],
  ['2020-01-01', 'cannot parse "" as "T"'],
  ['2020/01/01', 'cannot parse "/01/01" as "-"'],
  ['2020-01-01 01:02:03Z', 'cannot parse " 01:02:03Z" as "T"'],
  ['2020-01-01T01:02:03', 'cannot parse "" as "Z07:00"'],
  ['2020-13-01T01:02:03Z', 'parsing time "2020-13-01T01:02:03Z": month out of range'],
  ['2020-02-30T01:02:03Z', 'parsing time "2020-02-30T01:02:03Z": day out of range'],
  ['2020-01-01T24:02:03Z', 'parsing time "2020-01-01T24:02:03Z": hour out of range'],
  ['2020-01-01T01:02:03Zx', 'parsing time "2020-01-01T01:02:03Zx": extra text: "x"'],
])('%s', (text, problem) => {
  expect(timeProblem(text)).toContain(problem);
});

test.each(['2020-02-29T01:02:03Z', '2020-02-29T1:02:03.5+01:00'])('%s is a time', (text) => {
  expect(timeProblem(text)).toBeNull();
});
