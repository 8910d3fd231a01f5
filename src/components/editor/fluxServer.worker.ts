/// <reference lib="webworker" />
import * as glue from '@influxdata/flux-lsp-browser/flux-lsp-browser_bg.js';
import wasmUrl from '@influxdata/flux-lsp-browser/flux-lsp-browser_bg.wasm?url';
import { tidy } from './diagnostics';

declare const self: DedicatedWorkerGlobalScope;

interface Sent {
  params?: { textDocument?: { text?: string }; contentChanges?: { text: string }[] };
}

/** Full-text sync: the last message that carries a text is the document. */
let text = '';
const answer = (message: string) => self.postMessage(tidy(message, text));

async function startServer() {
  const imports = { './flux-lsp-browser_bg.js': glue as unknown as WebAssembly.ModuleImports };
  const wasm = await WebAssembly.instantiateStreaming(fetch(wasmUrl), imports);
  glue.__setWasm(wasm.instance.exports);
  const server = new glue.Lsp();
  server.onMessage(answer);
  void server.run();
  return server;
}

const starting = startServer();

self.onmessage = async ({ data }: MessageEvent<string>) => {
  const server = await starting;
  const { params } = JSON.parse(data) as Sent;
  text = params?.contentChanges?.at(-1)?.text ?? params?.textDocument?.text ?? text;
  const response = (await server.send(data)) as string | undefined;
  if (response) answer(response);
};
