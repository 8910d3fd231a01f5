import { parseGrant, parseKill, parseRevoke, parseSetPassword } from './influxqlAdmin';
import type { Explain, Statement } from './influxqlAst';
import { parseAlter, parseCreate } from './influxqlCreate';
import { parseDelete, parseDrop } from './influxqlDrop';
import { unexpected } from './influxqlError';
import { parseSelect } from './influxqlSelect';
import { parseShow } from './influxqlShow';
import type { Params } from './influxqlTokenStream';
import { TokenStream } from './influxqlTokenStream';

function acceptVerbose(tokens: TokenStream): boolean {
  const token = tokens.next();
  if (token.type === 'IDENT' && token.text.toUpperCase() === 'VERBOSE') return true;
  tokens.back();
  return false;
}

function parseExplain(tokens: TokenStream): Explain {
  const analyze = tokens.accept('ANALYZE');
  const verbose = acceptVerbose(tokens);
  tokens.expect('SELECT');
  return { kind: 'EXPLAIN', analyze, verbose, select: parseSelect(tokens, 'target allowed') };
}

const parsers: Readonly<Record<string, (tokens: TokenStream) => Statement>> = {
  SELECT: (tokens) => parseSelect(tokens, 'target allowed'),
  DELETE: parseDelete,
  SHOW: parseShow,
  CREATE: parseCreate,
  DROP: parseDrop,
  EXPLAIN: parseExplain,
  GRANT: parseGrant,
  REVOKE: parseRevoke,
  ALTER: parseAlter,
  SET: parseSetPassword,
  KILL: parseKill,
};

function parseStatement(tokens: TokenStream): Statement {
  const token = tokens.next();
  const parse = Object.hasOwn(parsers, token.type) ? parsers[token.type] : undefined;
  if (!parse) throw unexpected(token, ...Object.keys(parsers));
  return parse(tokens);
}

/** Reads the statements of a query; throws InfluxqlError with the words of the server. */
export function parseQuery(text: string, params: Params = {}): { statements: Statement[] } {
  const tokens = new TokenStream(text, params);
  const statements: Statement[] = [];
  for (let separated = true; ;) {
    const token = tokens.next();
    if (token.type === 'EOF') return { statements };
    if (token.type === ';') {
      separated = true;
      continue;
    }
    if (!separated) throw unexpected(token, ';');
    tokens.back();
    statements.push(parseStatement(tokens));
    separated = false;
  }
}
