import type { QueryClient } from '@tanstack/react-query';
import { tokenQueries } from '@/api/tokens';
import { userQueries } from '@/api/users';
import { v1UserQueries } from '@/api/v1Users';
import type { ApiCall } from '@/lib/apiCall';
import { namesIn } from './knownNames';

const shown = 3;

/** By id, as far as some screen has asked for them. The `token` of a v1 user is its user name, that of a token its secret. */
function nameOfId(client: QueryClient): (id: string) => string | undefined {
  const { orgs, buckets, users } = namesIn(client);
  const tokens = client.getQueryData(tokenQueries.all.queryKey) ?? [];
  const v1Users = client.getQueryData(v1UserQueries.all.queryKey) ?? [];
  const names = new Map([
    ...tokens.map(({ id, description }) => [id, description] as const),
    ...v1Users.map(({ id, token }) => [id, token] as const),
  ]);
  return (id) => {
    const one = client.getQueryData(tokenQueries.one(id).queryKey)?.description;
    const v1User = client.getQueryData(v1UserQueries.one(id).queryKey)?.token;
    const user = users.get(id)?.name ?? client.getQueryData(userQueries.one(id).queryKey)?.name;
    return names.get(id) ?? one ?? v1User ?? user ?? buckets.get(id)?.name ?? orgs.get(id);
  };
}

function nameInBody({ path, body }: ApiCall): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { name, description, token, database } = body as Record<string, unknown>;
  const isV1 = path.startsWith('/private/legacy/');
  const found = [isV1 ? token : undefined, name, database, description];
  return found.find((value) => typeof value === 'string' && value !== '') as string | undefined;
}

/** Names of what the calls change: of the ids in their paths, or in what is created. */
export function objectNames(client: QueryClient, calls: readonly ApiCall[]): string {
  const known = nameOfId(client);
  const names = calls.flatMap((call) => {
    const ids = call.path.match(/[0-9a-f]{16}/g) ?? [];
    return [...ids.map(known), nameInBody(call)].filter((name) => name !== undefined);
  });
  const distinct = [...new Set(names.filter((name) => name !== ''))];
  const rest = distinct.length - shown;
  return `${distinct.slice(0, shown).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
