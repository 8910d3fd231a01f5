const types = { csv: 'text/csv', json: 'application/json', txt: 'text/plain', env: 'text/plain' };

/** Hands a text to the browser as a download. The ending of the name says what it is. */
export function saveFile(name: string, text: string): void {
  const ending = name.split('.').at(-1) as keyof typeof types;
  const url = URL.createObjectURL(new Blob([text], { type: `${types[ending]};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this event.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
