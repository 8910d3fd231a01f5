import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** From this module: beside the server bundle, above a chunk of it, and in the installed package. */
const PLACES = [
  'flux.wasm',
  '../flux.wasm',
  '../../../node_modules/@influxdata/flux-lsp-browser/flux-lsp-browser_bg.wasm',
];

export async function readFluxWasm(): Promise<BufferSource> {
  const paths = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`no flux.wasm at ${paths.join(', ')}`);
  return new Uint8Array(await readFile(found));
}
