import { describe, isSignedOut, messageOf, NotInfluxError } from '@/api/errors';
import type { SignIn } from '@/api/session';
import { signInAdvice } from '@/api/session';
import type { ErrorWords } from '@/ui/errorWords';

const refused: Record<SignIn['kind'], string> = {
  token: 'The server does not know this token',
  password: 'User name or password is wrong',
  v1: 'The server does not accept this v1 user',
};

const hints: Record<SignIn['kind'], string> = {
  token: 'Paste the whole token; it usually ends in “==”.',
  password: 'A user without a password cannot sign in either.',
  v1: 'A v1 user also needs a password that was set for it, and must be active.',
};

/** Why a sign-in failed: a heading and a hint of ours around the server's own words. */
export function signInWords(kind: SignIn['kind'], error: unknown): ErrorWords {
  const advice = signInAdvice(error);
  if (advice !== undefined) return { title: messageOf(error).split('\n')[0] ?? '', detail: advice };
  if (error instanceof NotInfluxError || !isSignedOut(error)) return describe(error);
  return {
    title: refused[kind],
    detail: `The server says: “${messageOf(error)}”. ${hints[kind]}`,
  };
}
