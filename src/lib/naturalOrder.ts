const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const first = 32;
const last = 126;
const zero = 48;
const nine = 57;

/** For every printable character of ASCII one that compares by its place in the collator's order. */
const places = placesOf();

function placesOf(): string[] {
  const codes = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const letter = (code: number) => String.fromCharCode(code);
  const inOrder = [...codes].sort((a, b) => collator.compare(letter(a), letter(b)));
  const found: string[] = [];
  let place = 1;
  inOrder.forEach((code, i) => {
    const before = inOrder[i - 1];
    if (before !== undefined && collator.compare(letter(before), letter(code)) !== 0) place++;
    found[code] = letter(place);
  });
  return found;
}

/** Of a number in a name: digits compare as digits do, but only after how many there are. */
const longest = 99;

/** A text that compares by `<` as the name does in the collator; undefined where it takes the collator itself. */
export function naturalKey(name: string): string | undefined {
  let key = '';
  for (let i = 0; i < name.length;) {
    const code = name.charCodeAt(i);
    if (code < first || code > last) return undefined;
    if (code < zero || code > nine) {
      key += places[code];
      i++;
      continue;
    }
    let start = i;
    while (name.charCodeAt(i) >= zero && name.charCodeAt(i) <= nine) i++;
    while (start < i - 1 && name.charCodeAt(start) === zero) start++;
    if (i - start > longest) return undefined;
    key += `${places[zero]}${String.fromCharCode(i - start)}${name.slice(start, i)}`;
  }
  return key;
}

/** How names are listed: numbers in them by their value, whatever the case. Keys save most of the time. */
export function compareNatural(
  a: string,
  b: string,
  aKey: string | undefined = naturalKey(a),
  bKey: string | undefined = naturalKey(b),
): number {
  if (aKey === undefined || bKey === undefined) return collator.compare(a, b);
  return aKey < bKey ? -1 : aKey > bKey ? 1 : 0;
}
