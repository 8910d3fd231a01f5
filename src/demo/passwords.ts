import type { DemoState } from './state';

const LENGTH_RULE = 'passwords must be between 8 and 72 characters long';
const CLASSES_RULE =
  'passwords must contain at least three of the following character types: uppercase, lowercase, numbers, and special characters: !@#$%^&*()_+';
const CLASSES = [/[A-Z]/, /[a-z]/, /[0-9]/, /[!@#$%^&*()_+]/];

/** Which rules a password breaks, in the server's words; null if none. The length counts bytes. */
export function passwordProblem(
  state: Pick<DemoState, 'strongPasswords'>,
  password: string,
): string | null {
  const bytes = new TextEncoder().encode(password).length;
  const broken: string[] = [];
  if (bytes < 8 || bytes > 72) broken.push(LENGTH_RULE);
  if (state.strongPasswords && CLASSES.filter((found) => found.test(password)).length < 3) {
    broken.push(CLASSES_RULE);
  }
  return broken.length === 0 ? null : broken.join('\n');
}
