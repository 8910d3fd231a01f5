/** Ends a server's words as our sentences end. */
export function asSentence(words: string): string {
  const text = words.trim().replaceAll(/\s*\n\s*/g, '; ');
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

export function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
