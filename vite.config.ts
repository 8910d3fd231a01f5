import { fileURLToPath } from 'node:url';
import { lezer } from '@lezer/generator/rollup';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fluxWasm } from './scripts/vite/fluxWasm.ts';
import { gatewayInDev } from './scripts/vite/gatewayInDev.ts';

// Vitest would pick the client's Node build, which knows neither a stubbed fetch nor relative addresses.
const browserClient = {
  find: /^@influxdata\/influxdb-client$/,
  replacement: fileURLToPath(
    new URL('./node_modules/@influxdata/influxdb-client/dist/index.browser.mjs', import.meta.url),
  ),
};

export default defineConfig({
  base: './',
  resolve: {
    tsconfigPaths: true,
    alias: process.env.VITEST ? [browserClient] : [],
  },
  plugins: [react(), fluxWasm(), lezer(), gatewayInDev()],
  // Dev loads the demo in Node, which cannot import wasm by itself.
  ssr: { noExternal: ['@influxdata/flux-lsp-browser'] },
  worker: { format: 'es', plugins: () => [fluxWasm()] },
  optimizeDeps: { exclude: ['@influxdata/flux-lsp-browser'], include: ['@lezer/lr'] },
  build: { target: 'es2022', manifest: true, chunkSizeWarningLimit: 800 },
  test: {
    // The default leaves a core idle: half of all on a machine with two.
    maxWorkers: '100%',
    server: { deps: { inline: [/flux-lsp-browser/, /@influxdata\/influxdb-client/] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['./src/test/setup.ts'],
          css: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
