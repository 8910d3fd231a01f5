import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const source = new URL(
  '../../node_modules/@influxdata/flux-lsp-browser/flux-lsp-browser_bg.wasm',
  import.meta.url,
);

/** Puts the Flux parser beside the server bundle, as `flux.wasm`. */
export function copyFluxWasm(): Plugin {
  return {
    name: 'copy-flux-wasm',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'flux.wasm', source: readFileSync(source) });
    },
  };
}
