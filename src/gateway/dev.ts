import { mountDemo } from '@/demo/mounts/node';
import { createGateway } from './app';

/** The gateway inside Vite's dev server: one real InfluxDB, or the demo. */
export async function gatewayForDev(
  url?: string,
): Promise<(request: Request) => Response | Promise<Response>> {
  const servers = url ? [{ id: 'influxdb', name: 'influxdb', url, tlsSkipVerify: false }] : [];
  const demo = url ? undefined : await mountDemo({});
  const app = createGateway({ servers, basePath: '', allowedHosts: [] }, { version: 'dev', demo });
  return (request) => app.fetch(request);
}
