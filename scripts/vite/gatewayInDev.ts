import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Vite's dev server answers as the gateway does: `/headgate.json` and `/proxy/…`, with the demo or $INFLUX_URL. */
export function gatewayInDev(): Plugin {
  return {
    name: 'gateway-in-dev',
    apply: 'serve',
    configureServer(server) {
      let gateway: Promise<Fetch> | undefined;
      const load = async (): Promise<Fetch> => {
        // The alias @/ does not hold in the config file: the module is loaded where it does.
        const loaded = await server.ssrLoadModule('/src/gateway/dev.ts');
        const { gatewayForDev } = loaded as { gatewayForDev: (url?: string) => Promise<Fetch> };
        return gatewayForDev(process.env.INFLUX_URL);
      };
      server.middlewares.use((req, res, next) => {
        if (!/^\/(headgate\.json|proxy\/|healthz)/.test(req.url ?? '')) {
          next();
          return;
        }
        gateway ??= load();
        gateway.then((fetch) => getRequestListener(fetch)(req, res)).catch(next);
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { server }) =>
        server ? html.replace('<head>', '<head>\n    <base href="/" />') : html,
    },
  };
}
