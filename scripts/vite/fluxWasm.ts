import type { Plugin } from 'vite';

/**
 * flux-lsp-browser is wasm-bindgen "bundler" output whose circular .wasm import only webpack evaluates.
 * Its glue is rewritten so that the instance is handed in: `__setWasm(instance.exports)`.
 */
export function fluxWasm(): Plugin {
  return {
    name: 'flux-wasm',
    enforce: 'pre',
    transform: {
      // In dev the id carries `?v=<hash>`.
      filter: { id: /flux-lsp-browser_bg\.js(\?|$)/ },
      handler(code) {
        const out = code
          .replace(/^import \* as wasm from ['"]\.\/flux-lsp-browser_bg\.wasm['"];?/m, 'let wasm;')
          .replace(/^cachedInt32Memory0 = new Int32Array\(wasm\.memory\.buffer\);$/m, '')
          .replace(/^cachedUint8Memory0 = new Uint8Array\(wasm\.memory\.buffer\);$/m, '');
        if (out.includes('flux-lsp-browser_bg.wasm')) {
          this.error('the glue of flux-lsp-browser changed its shape');
        }
        const inject = `
export function __setWasm(w) {
  wasm = w;
  cachedInt32Memory0 = new Int32Array(w.memory.buffer);
  cachedUint8Memory0 = new Uint8Array(w.memory.buffer);
}
`;
        return { code: out + inject, map: null };
      },
    },
  };
}
