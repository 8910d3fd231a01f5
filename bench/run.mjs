// npm run bench [-- part …] [--quick]. Node 20 runs no TypeScript: the benchmark is built first, with the parsers it measures.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = `${root}node_modules/.cache/headgate-bench/node`;
await build({
  configFile: false,
  root,
  logLevel: 'warn',
  resolve: { tsconfigPaths: true },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    copyPublicDir: false,
    rollupOptions: {
      input: { main: `${root}bench/main.ts`, bodyServer: `${root}bench/bodyServer.ts` },
      output: { entryFileNames: '[name].mjs' },
    },
  },
});
process.chdir(root);
await import(`${outDir}/main.mjs`);
