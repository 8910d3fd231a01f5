import { describe, HttpError, messageOf } from '@/api/errors';
import type { Denial as Reason } from '@/lib/denial';
import { denialOf } from '@/lib/denial';
import type { ErrorWords } from '@/ui/errorWords';
import { Denial } from './Denial';

const titles: Partial<Record<Reason['kind'], string>> = {
  granting: 'This credential cannot grant more than it holds',
  writing: 'This credential may not do that',
  deleting: 'This credential may not do that',
  'token inactive': 'This token is inactive',
  'user inactive': 'The user of this credential is inactive',
};

/** As `describe`, with the missing permission in words and the way on. For screens that know the caller. */
export function denialWords(error: unknown): ErrorWords {
  const words = describe(error);
  const reason = error instanceof HttpError ? denialOf(messageOf(error)) : undefined;
  if (!reason) return words;
  const title = titles[reason.kind] ?? words.title;
  return { ...words, title, help: <Denial reason={reason} /> };
}
