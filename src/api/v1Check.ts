import { connection, open } from './client';
import { HttpError } from './errors';
import { columnOf, influxqlTablesOver } from './influxql';

export type PasswordCheck =
  | { kind: 'valid'; databases: string[] }
  /** One answer for a wrong password, none set, an inactive v1 user and an inactive owner. */
  | { kind: 'refused'; message: string };

/** Logs in as the v1 user, over a connection of its own: the caller's stays as it is. */
export async function checkV1Password(username: string, password: string): Promise<PasswordCheck> {
  const over = open(connection().server, { kind: 'v1', username, password });
  try {
    const tables = await influxqlTablesOver(over, { text: 'SHOW DATABASES' });
    return { kind: 'valid', databases: columnOf(tables) };
  } catch (error) {
    if (error instanceof HttpError && error.statusCode === 401) {
      return { kind: 'refused', message: error.message };
    }
    throw error;
  }
}
