import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'node_modules/@influxdata/flux-lsp-browser/flux-lsp-browser_bg.wasm';

/** Beside the server bundle; where there is none, in the installed package. */
function findFluxWasm(): string {
  const bundled = fileURLToPath(new URL('./flux.wasm', import.meta.url));
  if (existsSync(bundled)) return bundled;
  return fileURLToPath(new URL(`../../../${PACKAGE}`, import.meta.url));
}

export async function readFluxWasm(): Promise<BufferSource> {
  return new Uint8Array(await readFile(findFluxWasm()));
}
