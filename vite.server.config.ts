import { defineConfig } from 'vite';
import { copyFluxWasm } from './scripts/vite/copyFluxWasm.ts';
import { fluxWasm } from './scripts/vite/fluxWasm.ts';

// Node 20 cannot import .ts, so the gateway and the demo InfluxDB are bundled; dist-server needs no node_modules.
export default defineConfig({
  publicDir: false,
  resolve: { tsconfigPaths: true },
  plugins: [fluxWasm(), copyFluxWasm()],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist-server',
    target: 'node20',
    rolldownOptions: {
      input: { headgate: 'src/gateway/main.ts', demo: 'src/demo/mounts/main.ts' },
    },
  },
});
