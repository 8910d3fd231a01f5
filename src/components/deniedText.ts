import type { QueryClient } from '@tanstack/react-query';
import { HttpError, messageOf } from '@/api/errors';
import { denialOf } from '@/lib/denial';
import { permissionWords } from '@/lib/permissionWords';
import { namesIn } from './knownNames';

/** The missing permission in a sentence, and the server's own words; undefined for other errors. */
export function deniedText(error: unknown, client: QueryClient): string | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const message = messageOf(error);
  const reason = denialOf(message);
  if (!reason || !('permission' in reason)) return undefined;
  const words = permissionWords(reason.permission, namesIn(client));
  return `It lacks the permission to ${words}. The server says: ${message}`;
}
