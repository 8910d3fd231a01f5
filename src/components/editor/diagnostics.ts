interface Position {
  line: number;
  character: number;
}

interface Diagnostic {
  message: string;
  range: { start: Position; end: Position };
}

interface Published {
  method: 'textDocument/publishDiagnostics';
  params: { uri: string; diagnostics: Diagnostic[] };
}

function isPublished(message: object): message is Published {
  return 'method' in message && message.method === 'textDocument/publishDiagnostics';
}

/** Given by the page at run time, so that the text alone does not know them. */
const known = /undefined identifier (v|params)\b/;

/** The language server counts UTF-8 bytes, the editor UTF-16 units. */
export function utf16Column(line: string, bytes: number): number {
  let left = bytes;
  let column = 0;
  for (const character of line) {
    if (left <= 0) break;
    const code = character.codePointAt(0) ?? 0;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    column += character.length;
  }
  return column;
}

/** A message of the language server as the editor should see it. */
export function tidy(message: string, text: string): string {
  const parsed = JSON.parse(message) as object;
  if (!isPublished(parsed)) return message;
  const lines = text.split('\n');
  const place = ({ line, character }: Position) => ({
    line,
    character: utf16Column(lines[line] ?? '', character),
  });
  const diagnostics = parsed.params.diagnostics
    .filter((diagnostic) => !known.test(diagnostic.message))
    .map((diagnostic) => ({
      ...diagnostic,
      range: { start: place(diagnostic.range.start), end: place(diagnostic.range.end) },
    }));
  return JSON.stringify({ ...parsed, params: { ...parsed.params, diagnostics } });
}
