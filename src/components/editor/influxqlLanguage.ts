import type { LanguageSupport } from '@codemirror/language';
import { sql, SQLDialect } from '@codemirror/lang-sql';

const dialect = SQLDialect.define({
  keywords:
    'all alter analyze and any as asc begin by cardinality continuous create database databases default delete desc destinations diagnostics distinct drop duration end every exact explain field fill for from future grant grants group groups if in inf insert into key keys kill limit measurement measurements name offset on or order password past policies policy privileges queries query read replication resample retention revoke select series set shard shards show slimit soffset stats subscription subscriptions tag time to tz user users values verbose where with write',
  types: 'ns u µ ms s m h d w linear none null previous',
  builtin:
    'count distinct integral mean median mode spread stddev sum bottom first last max min percentile sample top abs acos asin atan atan2 ceil cos cumulative_sum derivative difference elapsed exp floor histogram ln log log2 log10 moving_average non_negative_derivative non_negative_difference pow round sin sqrt tan holt_winters now',
  operatorChars: '*+-%<>!=~',
  specialVar: '$',
  identifierQuotes: '"',
  doubleQuotedStrings: false,
  backslashEscapes: true,
  spaceAfterDashes: false,
  caseInsensitiveIdentifiers: false,
});

export function influxql(): LanguageSupport {
  return sql({ dialect, upperCaseKeywords: true });
}
