import { expect, it } from 'vitest';
import { influxqlServer } from '@/test/influxqlServer';

const server = influxqlServer([
  'm,h=a v=1,n=10i,s="x" 0',
  'm,h=b v=2,n=4i,b=true 1',
  'm,h=c v=2,n=7i,s="y" 2',
  'm,h=a v=4,n=3i,b=false 10',
  'm,h=b v=4,n=1i,s="x" 11',
]);

/** The rows of each series, or the error. */
function answer(query: string): string {
  const document = JSON.parse(server.ask(query)) as {
    results: { series?: { values: unknown[][] }[]; error?: string }[];
  };
  const [result] = document.results;
  return result?.error ?? JSON.stringify((result?.series ?? []).map(({ values }) => values));
}

it.each([
  ['SELECT difference(v) FROM m ORDER BY time DESC', '[[[10,0],[2,-2],[1,0],[0,-1]]]'],
  ['SELECT elapsed(v, 1s) FROM m ORDER BY time DESC', '[[[10,-1],[2,-8],[1,-1],[0,-1]]]'],
  ['SELECT moving_average(v, 2) FROM m ORDER BY time DESC', '[[[10,4],[2,3],[1,2],[0,1.5]]]'],
  ['SELECT cumulative_sum(v) FROM m ORDER BY time DESC', '[[[11,4],[10,8],[2,10],[1,12],[0,13]]]'],
  ['SELECT derivative(v) FROM m ORDER BY time DESC', '[[[10,0],[2,-0.25],[1,0],[0,-1]]]'],
  [
    'SELECT derivative(mean(v), 1s) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(5s) ORDER BY time DESC',
    '[[[0,-0.2333333333333333]]]',
  ],
  [
    'SELECT cumulative_sum(count(v)) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(5s) ORDER BY time DESC',
    '[[[15,0],[10,2],[5,2],[0,5]]]',
  ],
  [
    'SELECT moving_average(count(v), 3) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(5s)',
    '[[[5,1],[10,1.6666666666666667],[15,0.6666666666666666]]]',
  ],
  [
    'SELECT top(v, 2) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(10s) ORDER BY time DESC',
    '[[[10,4],[11,4],[1,2],[2,2]]]',
  ],
  [
    'SELECT distinct(v) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(10s) ORDER BY time DESC',
    '[[[10,4],[0,1],[0,2]]]',
  ],
  [
    'SELECT mean(v) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(4s) fill(previous) ORDER BY time DESC',
    '[[[16,null],[12,null],[8,4],[4,4],[0,1.6666666666666667]]]',
  ],
  [
    'SELECT mean(v) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(4s) fill(linear) ORDER BY time DESC',
    '[[[16,null],[12,null],[8,4],[4,2.8333333333333335],[0,1.6666666666666667]]]',
  ],
  [
    'SELECT mean(n) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(3s) fill(linear)',
    '[[[0,7],[3,5.333333333333333],[6,3.6666666666666665],[9,2],[12,null],[15,null],[18,null]]]',
  ],
  [
    'SELECT last(n) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(3s) fill(linear)',
    '[[[0,7],[3,5],[6,3],[9,1],[12,null],[15,null],[18,null]]]',
  ],
  [
    'SELECT last(s) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(5s) fill(7)',
    '[[[0,"y"],[5,""],[10,"x"],[15,""]]]',
  ],
  [
    'SELECT last(b) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(5s) fill(linear)',
    '[[[0,true],[5,null],[10,false],[15,null]]]',
  ],
  [
    'SELECT last(v), n, s FROM m WHERE time >= 0s AND time < 20s GROUP BY time(5s) fill(1.5)',
    '[[[0,2,7,"y"],[5,1.5,1,1.5],[10,4,1,"x"],[15,1.5,1,1.5]]]',
  ],
  [
    'SELECT last(v), n FROM m WHERE time >= 0s AND time < 20s GROUP BY time(5s) fill(previous)',
    '[[[0,2,7],[5,2,7],[10,4,1],[15,4,1]]]',
  ],
  [
    'SELECT sum(v), count(b) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(1s) fill(none) LIMIT 2',
    '[[[0,1,null],[1,2,1],[10,null,1]]]',
  ],
  [
    'SELECT integral(n) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(4s)',
    '[[[0,25.5],[8,41]]]',
  ],
  [
    'SELECT difference(stddev(v)) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(1s)',
    '[[[1,null],[2,null],[10,null],[11,null]]]',
  ],
  ['SELECT v FROM m GROUP BY h SOFFSET 1', '[]'],
  ['SELECT v FROM m WHERE h =~ /b|c/ AND v > 1 GROUP BY h SLIMIT 1', '[[[1,2],[11,4]]]'],
  [`SELECT v FROM m WHERE time < 2s OR h = 'c'`, '[]'],
  [
    'SELECT * FROM (SELECT v FROM m GROUP BY h) ORDER BY time DESC',
    '[[[11,"b",4],[10,"a",4],[2,"c",2],[1,"b",2],[0,"a",1]]]',
  ],
  ['SELECT * FROM (SELECT max(v) FROM m GROUP BY h)', '[[[10,"a",4],[11,"b",4],[2,"c",2]]]'],
  ['SELECT cumulative_sum(max) FROM (SELECT max(v) FROM m GROUP BY h)', '[[[10,4],[11,8],[2,10]]]'],
  [
    'SELECT x FROM (SELECT mean(v) AS x FROM m GROUP BY time(7s)) WHERE time >= 8s AND time < 20s',
    '[[[7,4]]]',
  ],
  [
    'SELECT max(x) FROM (SELECT mean(v) AS x FROM m GROUP BY time(7s)) WHERE time >= 8s AND time < 20s',
    '[]',
  ],
  [
    'SELECT max(x) FROM (SELECT mean(v) AS x FROM m GROUP BY time(7s)) WHERE time >= 8s AND time < 20s GROUP BY time(3s) fill(none)',
    '[[[6,4]]]',
  ],
  ['SELECT x FROM (SELECT s * 2 AS x, v FROM m)', '[]'],
  ['SELECT v + s FROM m', 'type error: v::float + s::string: incompatible types: float and string'],
  ['SELECT mean(s) * 2 FROM m', 'unsupported mean iterator type: *query.stringInterruptIterator'],
  [`SELECT mean(s) FROM m WHERE h = 'nowhere'`, '[]'],
  [
    'SELECT non_negative_difference(s) FROM m',
    'unsupported difference iterator type: *query.stringInterruptIterator',
  ],
  [
    'SELECT moving_average(b, 2) FROM m',
    'unsupported moving average iterator type: *query.booleanInterruptIterator',
  ],
  ['SELECT top(s, h, 1) FROM m', 'unsupported max iterator type: *query.stringInterruptIterator'],
  [`SHOW MEASUREMENTS WHERE h != 'b'`, '[]'],
  [`SHOW MEASUREMENTS WHERE h != 'zz'`, '[[["m"]]]'],
  [`SHOW MEASUREMENTS WHERE nosuch != 'zz'`, '[]'],
  [`SHOW MEASUREMENTS WHERE nosuch = ''`, '[]'],
  [`SHOW MEASUREMENTS WHERE h =~ /b/ AND h = 'a'`, '[[["m"]]]'],
  ['SHOW MEASUREMENTS WHERE h =~ /^$/', '[]'],
  ['SELECT integral(v) FROM m WHERE time >= 1s', '[[[0,30]]]'],
  [
    'SELECT percentile(v, 20) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(3s) fill(none)',
    '[[[0,1]]]',
  ],
  [
    'SELECT percentile(v, 20) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(10s) fill(none) ORDER BY time DESC',
    '[]',
  ],
  ['SELECT integral(v) FROM m WHERE time >= 10s AND time < 11s GROUP BY time(5s)', '[]'],
  ['SELECT bottom(v, h, 3) FROM m GROUP BY h', '[[[0,1,"a"]],[[1,2,"b"]],[[2,2,"c"]]]'],
  [
    'SELECT x FROM (SELECT v AS x, b FROM m WHERE b = true OR v > 1)',
    '[[[1,2],[2,2],[10,4],[11,4]]]',
  ],
  [
    'SELECT x FROM (SELECT mean(b), count(s) AS x FROM m GROUP BY h)',
    'unsupported mean iterator type: *query.booleanInterruptIterator',
  ],
  [
    'SELECT x FROM (SELECT last(b) AS x, count(s) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(1s) fill(none))',
    '[[[0,null],[1,true],[2,null],[10,false],[11,null]]]',
  ],
  [
    'SELECT count(v), difference(count(v)) FROM m WHERE time >= 0s AND time < 5s GROUP BY time(5s) ORDER BY time DESC',
    '[[[0,3,3]]]',
  ],
  [
    'SELECT * FROM (SELECT sum(v) FROM m WHERE time >= 0s AND time < 20s GROUP BY h) ORDER BY time DESC',
    '[[[0,"a",5],[0,"b",6],[0,"c",2]]]',
  ],
  [
    'SELECT mean(n), last(v), elapsed(last(v), 1s) FROM m WHERE time >= 12s AND time < 20s GROUP BY time(5s) fill(0)',
    '[[[10,0,0,5],[15,0,0,5]]]',
  ],
  [
    'SELECT max(x) FROM (SELECT count(v) AS x FROM m GROUP BY h) WHERE time >= 0s AND time < 20s GROUP BY time(4s)',
    '[[[0,1],[4,null],[8,1],[12,null],[16,null]]]',
  ],
  [
    'SELECT max(x) FROM (SELECT v AS x FROM m GROUP BY h) WHERE time >= 0s AND time < 20s GROUP BY time(10s)',
    '[[[0,2],[10,4]]]',
  ],
  [
    'SELECT percentile(v, 25) FROM m WHERE time >= 0s AND time < 20s GROUP BY time(20s), h',
    '[[[0,1]],[[0,2]]]',
  ],
  ['SELECT mode(b) FROM m', '[[[0,true]]]'],
])('as InfluxDB 1.6 answers: %s', (query, expected) => {
  expect(answer(query)).toBe(expected);
});
