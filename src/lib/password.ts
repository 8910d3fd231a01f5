const encoder = new TextEncoder();

/** What the server says since 2.7.6; before it there was no upper bound. It counts bytes. */
const lengthRule = 'passwords must be between 8 and 72 characters long';
const shortest = 8;
const longest = 72;

/** The rule that holds on every server; that of `--strong-passwords` only its own answer tells. */
export function passwordProblem(password: string): string | null {
  if (password === '') return 'A password is needed';
  const { length } = encoder.encode(password);
  if (length >= shortest && length <= longest) return null;
  return `${lengthRule}: this has ${length === password.length ? length : `${length} bytes`}`;
}

/** Without letters that are easily taken for others. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ' + 'abcdefghijkmnopqrstuvwxyz' + '23456789';
const kinds = [/[A-Z]/, /[a-z]/, /[0-9]/];
const generatedLength = 24;

/**
 * Upper case, lower case and digits, which satisfies strong passwords and needs no quoting in a shell, an
 * address or a configuration file. `fill` fills bytes at random.
 */
export function generatePassword(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  for (;;) {
    const password = randomLetters(fill);
    if (kinds.every((kind) => kind.test(password))) return password;
  }
}

function randomLetters(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  // Bytes beyond the last whole multiple would favour the first letters.
  const fair = 256 - (256 % letters.length);
  let text = '';
  while (text.length < generatedLength) {
    const bytes = new Uint8Array(generatedLength);
    fill(bytes);
    for (const byte of bytes) if (byte < fair) text += letters.charAt(byte % letters.length);
  }
  return text.slice(0, generatedLength);
}
