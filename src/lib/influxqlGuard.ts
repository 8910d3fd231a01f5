import type { Statement } from './influxqlAst';

/** Whether a statement removes data, or takes access or a running query from somebody. */
export function isDestructive({ kind }: Statement): boolean {
  return /^(DELETE|DROP|REVOKE|KILL|SET PASSWORD|ALTER)\b/.test(kind);
}

/** Whether it changes anything on the server; such a query belongs in a POST. */
export function isMutation(statement: Statement): boolean {
  if (statement.kind === 'SELECT') return statement.into !== undefined;
  return !/^(SHOW|EXPLAIN)\b/.test(statement.kind);
}
