import type { Location } from './ast';

interface LanguageServer {
  onMessage(handler: (message: string) => void): void;
  run(): Promise<void>;
  send(message: string): Promise<string | undefined>;
}

interface LspPosition {
  line: number;
  /** In UTF-8 bytes, although the protocol says UTF-16. */
  character: number;
}

interface LspDiagnostic {
  range: { start: LspPosition; end: LspPosition };
  severity: number;
  message: string;
}

interface Notification {
  method?: string;
  params?: { uri?: string; diagnostics?: LspDiagnostic[] };
}

const ERROR = 1;

/** Asks the language server what is wrong with a script, one script at a time. */
export class Diagnoser {
  private count = 0;
  private readonly found = new Map<string, LspDiagnostic[]>();

  private readonly server: LanguageServer;

  constructor(server: LanguageServer) {
    this.server = server;
    server.onMessage((message) => {
      const { params } = JSON.parse(message) as Notification;
      if (params?.uri !== undefined) this.found.set(params.uri, params.diagnostics ?? []);
    });
  }

  async start(): Promise<void> {
    void this.server.run();
    await this.send('initialize', { capabilities: {} });
    await this.send('initialized', {});
  }

  async diagnose(text: string): Promise<{ location: Location; message: string }[]> {
    // Files of one folder are one package to the language server: a folder for each.
    const uri = `file:///query${++this.count}/main.flux`;
    await this.send('textDocument/didOpen', {
      textDocument: { uri, languageId: 'flux', version: 1, text },
    });
    const diagnostics = this.found.get(uri) ?? [];
    await this.send('textDocument/didClose', { textDocument: { uri } });
    this.found.delete(uri);
    return diagnostics
      .filter(({ severity }) => severity === ERROR)
      .map(({ range, message }) => ({ location: toLocation(range), message }));
  }

  private send(method: string, params: unknown): Promise<string | undefined> {
    const id = method === 'initialize' ? { id: 1 } : {};
    return this.server.send(JSON.stringify({ jsonrpc: '2.0', ...id, method, params }));
  }
}

function toLocation({ start, end }: LspDiagnostic['range']): Location {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
