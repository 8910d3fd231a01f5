/** For each name its first letter that no name before it has taken. */
export function ownLetters(names: readonly string[]): (string | undefined)[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const letter = Array.from(name.toLowerCase()).find(
      (each) => each >= 'a' && each <= 'z' && !taken.has(each),
    );
    if (letter !== undefined) taken.add(letter);
    return letter;
  });
}
