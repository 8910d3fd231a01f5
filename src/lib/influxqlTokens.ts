/** Keywords that cannot stand as bare identifiers; a token's type is the word itself. */
const KEYWORDS =
  'ALL ALTER ANALYZE ANY AS ASC BEGIN BY CARDINALITY CREATE CONTINUOUS DATABASE DATABASES DEFAULT DELETE DESC DESTINATIONS DIAGNOSTICS DISTINCT DROP DURATION END EVERY EXACT EXPLAIN FIELD FOR FROM GRANT GRANTS GROUP GROUPS INF INSERT INTO KEY KEYS KILL LIMIT MEASUREMENT MEASUREMENTS NAME OFFSET ON ORDER PASSWORD POLICY POLICIES PRIVILEGES QUERIES QUERY READ REPLICATION RESAMPLE RETENTION REVOKE SELECT SERIES SET SHOW SHARD SHARDS SLIMIT SOFFSET STATS SUBSCRIPTION SUBSCRIPTIONS TAG TO USER USERS VALUES WHERE WITH WRITE AND OR IN TRUE FALSE';

const keywords: ReadonlySet<string> = new Set(KEYWORDS.split(' '));

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '&'
  | '|'
  | '^'
  | 'AND'
  | 'OR'
  | 'IN'
  | '='
  | '!='
  | '=~'
  | '!~'
  | '<'
  | '<='
  | '>'
  | '>=';

/** By operator; a higher number binds tighter. */
const precedences: Readonly<Record<BinaryOperator, number>> = {
  OR: 1,
  AND: 2,
  '=': 3,
  '!=': 3,
  '=~': 3,
  '!~': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  IN: 3,
  '+': 4,
  '-': 4,
  '|': 4,
  '^': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  '&': 5,
};

/** Zero-based, as the scanner counts. */
export interface Position {
  line: number;
  char: number;
}

/** `type` is a keyword, a sign, or the name of a class of tokens (IDENT, STRING, …). */
export interface Token {
  type: string;
  text: string;
  at: Position;
}

export function isKeyword(word: string): boolean {
  return keywords.has(word.toUpperCase());
}

export function isOperator(type: string): type is BinaryOperator {
  return Object.hasOwn(precedences, type);
}

export function precedence(operator: BinaryOperator): number {
  return precedences[operator];
}

/** A token as error texts name it; a comment has no name. */
export function tokenText(token: Token): string {
  return token.text === '' && token.type !== 'COMMENT' ? token.type : token.text;
}
