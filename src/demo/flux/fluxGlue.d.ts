declare module '@influxdata/flux-lsp-browser/flux-lsp-browser_bg.js' {
  export function parse(script: string): unknown;
  export function format_from_js_file(file: unknown): string;
  export class Lsp {
    onMessage(handler: (message: string) => void): void;
    run(): Promise<void>;
    send(message: string): Promise<string | undefined>;
  }
  /** Added by the build: hands the instance in. */
  export function __setWasm(exports: WebAssembly.Exports): void;
}
