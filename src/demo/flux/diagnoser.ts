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
    await this.ask('initialize', { capabilities: {} });
    await this.send('initialized', {});
  }

  async diagnose(text: string): Promise<{ location: Location; message: string }[]> {
    const diagnostics = await this.withDocument(text, (uri) => this.found.get(uri) ?? []);
    return diagnostics
      .filter(({ severity }) => severity === ERROR)
      .map(({ range, message }) => ({ location: toLocation(range), message }));
  }

  /** The type of a name of the universe, as text; null where there is no such name. */
  async typeOf(name: string): Promise<string | null> {
    const answer = await this.withDocument(name, (uri) =>
      this.ask('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      }),
    );
    return (answer as { contents?: string } | null | undefined)?.contents ?? null;
  }

  async functionNames(): Promise<string[]> {
    const call = { command: 'getFunctionList', arguments: [] };
    return (await this.ask('workspace/executeCommand', call)) as string[];
  }

  /** Files of one folder are one package to the language server: a folder for each. */
  private async withDocument<T>(text: string, read: (uri: string) => T | Promise<T>): Promise<T> {
    const uri = `file:///query${++this.count}/main.flux`;
    const document = { uri, languageId: 'flux', version: 1, text };
    await this.send('textDocument/didOpen', { textDocument: document });
    const used = await read(uri);
    await this.send('textDocument/didClose', { textDocument: { uri } });
    this.found.delete(uri);
    return used;
  }

  private async ask(method: string, params: unknown): Promise<unknown> {
    const answer = await this.send(method, params, { id: ++this.count });
    return (JSON.parse(answer ?? '{}') as { result?: unknown }).result;
  }

  private send(
    method: string,
    params: unknown,
    id: { id?: number } = {},
  ): Promise<string | undefined> {
    return this.server.send(JSON.stringify({ jsonrpc: '2.0', ...id, method, params }));
  }
}

function toLocation({ start, end }: LspDiagnostic['range']): Location {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
