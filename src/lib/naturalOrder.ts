const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const first = 32;
const last = 126;
const zero = 48;
const nine = 57;

/** By the code of a printable character of ASCII: its place in the collator's order. */
const places = placesOf();

function placesOf(): Uint8Array {
  const codes = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const order = (a: number, b: number) =>
    collator.compare(String.fromCharCode(a), String.fromCharCode(b));
  const found = new Uint8Array(last + 1);
  let place = 1;
  let before = first;
  for (const code of [...codes].sort(order)) {
    if (order(before, code) !== 0) place++;
    found[code] = place;
    before = code;
  }
  return found;
}

const isDigit = (code: number) => code >= zero && code <= nine;

/** The key that is being made. */
const key: number[] = [];

/** The collator cuts numbers of more than 254 digits. */
const longestName = 250;

/** A text that compares by `<` as the name does in the collator; undefined where it takes the collator itself. */
export function naturalKey(name: string): string | undefined {
  if (name.length > longestName) return undefined;
  key.length = 0;
  for (let i = 0; i < name.length;) {
    const code = name.charCodeAt(i);
    if (code < first || code > last) return undefined;
    if (isDigit(code)) i = addNumber(name, i);
    else {
      key.push(places[code] as number);
      i++;
    }
  }
  return String.fromCharCode(...key);
}

/** Its digits compare as digits do, but only after how many there are. Answers the place behind the number. */
function addNumber(name: string, from: number): number {
  let start = from;
  let end = from + 1;
  while (isDigit(name.charCodeAt(end))) end++;
  while (start < end - 1 && name.charCodeAt(start) === zero) start++;
  key.push(places[zero] as number, end - start);
  for (let i = start; i < end; i++) key.push(name.charCodeAt(i));
  return end;
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
