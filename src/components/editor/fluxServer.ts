import type { Transport } from '@codemirror/lsp-client';
import { languageServerExtensions, LSPClient } from '@codemirror/lsp-client';

let client: LSPClient | undefined;

/** One Flux language server for the whole page, in a worker of its own. */
export function fluxServer(): LSPClient {
  if (!client) {
    const worker = new Worker(new URL('./fluxServer.worker.ts', import.meta.url), {
      type: 'module',
    });
    const connection = new LSPClient({ extensions: languageServerExtensions(), timeout: 10_000 });
    client = connection.connect(transportOf(worker));
  }
  return client;
}

function transportOf(worker: Worker): Transport {
  const handlers = new Set<(message: string) => void>();
  worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
    for (const handle of handlers) handle(data);
  });
  return {
    send: (message) => worker.postMessage(message),
    subscribe: (handle) => void handlers.add(handle),
    unsubscribe: (handle) => void handlers.delete(handle),
  };
}
