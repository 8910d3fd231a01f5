import type { ApiCall } from '@/lib/apiCall';
import { queryString } from '@/lib/apiCall';
import type { TrialAnswer } from '@/lib/hierarchy';
import type { Connection } from './client';
import { authorization } from './credentials';

/** One call with a credential of its own; every answer is welcome, a refusal too. Status 0: there was none. */
export async function tryCall(
  { url, credentials }: Connection,
  { method, path, query, body }: ApiCall,
  signal?: AbortSignal,
): Promise<TrialAnswer> {
  const header = credentials && authorization(credentials);
  const isJson = body !== undefined && typeof body !== 'string';
  try {
    const response = await fetch(`${url}${path}${queryString(query)}`, {
      method,
      credentials: 'omit',
      headers: {
        ...(header && { Authorization: header }),
        'Content-Type': isJson ? 'application/json' : 'text/plain; charset=utf-8',
      },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
      signal,
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { status: 0, text: error instanceof Error ? error.message : String(error) };
  }
}
