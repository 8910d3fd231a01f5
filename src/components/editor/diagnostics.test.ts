import { expect, it } from 'vitest';
import { tidy, utf16Column } from './diagnostics';

it.each([
  ['abc', 2, 2],
  ['é😀é"', 2, 1],
  ['é😀é"', 6, 3],
  ['é😀é"', 8, 4],
  ['ab', 9, 2],
])('in %s the byte %d is column %d', (line, bytes, column) => {
  expect(utf16Column(line, bytes)).toBe(column);
});

function published(...messages: string[]): string {
  const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 3 } };
  const diagnostics = messages.map((message) => ({ message, range }));
  return JSON.stringify({
    method: 'textDocument/publishDiagnostics',
    params: { uri: 'x', diagnostics },
  });
}

it('the variables of the page are no errors', () => {
  const tidied = tidy(published('undefined identifier v', 'undefined identifier vee'), 'é = v');
  expect(JSON.parse(tidied)).toMatchObject({
    params: {
      diagnostics: [{ message: 'undefined identifier vee', range: { start: { character: 1 } } }],
    },
  });
});

it('other messages pass as they are', () => {
  expect(tidy('{"id":1,"result":null}', '')).toBe('{"id":1,"result":null}');
});
