import type { AdminStatement, Privilege } from './influxqlAst';
import { unexpected } from './influxqlError';
import type { TokenStream } from './influxqlTokenStream';

function parsePrivilege(tokens: TokenStream): Privilege {
  const token = tokens.next();
  switch (token.type) {
    case 'READ':
    case 'WRITE':
      return token.type;
    case 'ALL':
      tokens.accept('PRIVILEGES');
      return 'ALL PRIVILEGES';
    default:
      throw unexpected(token, 'READ', 'WRITE', 'ALL [PRIVILEGES]');
  }
}

/** `p ON db TO u`, or `ALL TO u` for administrators; `TO` is `FROM` in a REVOKE. */
function parsePrivilegeStatement(
  tokens: TokenStream,
  kind: 'GRANT' | 'REVOKE',
  preposition: 'TO' | 'FROM',
): AdminStatement {
  const privilege = parsePrivilege(tokens);
  const isAll = privilege === 'ALL PRIVILEGES';
  const token = tokens.next();
  if (token.type === 'ON') {
    const database = tokens.identifier();
    tokens.expect(preposition);
    return { kind, privilege, database, user: tokens.identifier() };
  }
  if (token.type === preposition && isAll) {
    return { kind: `${kind} ALL`, user: tokens.identifier() };
  }
  const expected = isAll ? ['ON', preposition] : ['ON'];
  throw unexpected(token, ...expected);
}

/** `GRANT` is read already. */
export function parseGrant(tokens: TokenStream): AdminStatement {
  return parsePrivilegeStatement(tokens, 'GRANT', 'TO');
}

/** `REVOKE` is read already. */
export function parseRevoke(tokens: TokenStream): AdminStatement {
  return parsePrivilegeStatement(tokens, 'REVOKE', 'FROM');
}

/** `SET` is read already. */
export function parseSetPassword(tokens: TokenStream): AdminStatement {
  tokens.expect('PASSWORD', 'FOR');
  const user = tokens.identifier();
  tokens.expect('=');
  return { kind: 'SET PASSWORD', user, password: tokens.string() };
}

/** `KILL` is read already. */
export function parseKill(tokens: TokenStream): AdminStatement {
  tokens.expect('QUERY');
  const id = tokens.unsigned();
  return { kind: 'KILL QUERY', id, host: tokens.accept('ON') ? tokens.identifier() : '' };
}
