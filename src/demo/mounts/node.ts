import { serve } from '@hono/node-server';
import { loadFlux } from '@/demo/flux/load';
import { createIsolated } from '@/demo/isolated';
import type { Seeds } from '@/demo/isolated';
import { liveAirSensors, seedAirSensors } from '@/demo/seed/airSensors';
import type { LiveWriter } from '@/demo/seed/airSensors';
import { seedContent } from '@/demo/seed/content';
import { DEMO_CREDENTIALS } from '@/demo/seed/credentials';
import { seedPowerMeters } from '@/demo/seed/powerMeters';
import { createDemo } from '@/demo/server';
import type { Demo, Handler } from '@/demo/server';
import type { DemoOptions, DemoState } from '@/demo/state';
import type { DemoCredential } from '@/lib/headgateJson';
import { readFluxWasm } from './fluxWasm';

export interface MountOptions {
  /** Never set up, as a new server. */
  fresh?: boolean;
  /** A server for each value of the header `x-demo-server`: for tests. */
  isolated?: boolean;
  version?: string;
  strongPasswords?: boolean;
}

export interface DemoMount {
  handle: Handler;
  /** What is in it to sign in with; none where it was never set up. */
  credentials: DemoCredential[];
  close: () => void;
}

/** The content with its points up to now. Returns what goes on with them. */
function seedAir(state: DemoState): LiveWriter {
  const buckets = seedContent(state);
  const now = state.now();
  seedAirSensors(state.storage, buckets.sensors.id, now);
  seedPowerMeters(state.storage, buckets.v1.id, now);
  return liveAirSensors(state, buckets.sensors.id, now);
}

const SEEDS: Seeds = {
  /** Never set up. */
  fresh: () => undefined,
  /** Set up, without points. */
  empty: (state) => void seedContent(state),
  /** With points up to the start. */
  air: (state) => void seedAir(state),
};

/** The sensors write as time goes by: what is missing is written before a request is answered. */
function live({ state, handle }: Demo, writer: LiveWriter): Handler {
  return (request) => {
    writer.catchUp(state.now());
    return handle(request);
  };
}

/** The first Flux script that is checked takes a hundred times as long as the second: better before anyone waits for it. */
async function warmUp(): Promise<void> {
  const language = await loadFlux(readFluxWasm);
  await language.diagnose('from(bucket: "") |> range(start: 0)');
}

// Async so that content may be loaded one day without a change for who mounts it.
export async function mountDemo(options: MountOptions = {}): Promise<DemoMount> {
  const { fresh = false, isolated = false, version, strongPasswords } = options;
  const demoOptions: DemoOptions = { version, strongPasswords, fluxWasm: readFluxWasm };
  const credentials = fresh ? [] : [...DEMO_CREDENTIALS];
  const close = (): void => undefined;
  // Without the parser everything else still works: who needs it is told.
  setImmediate(() => void warmUp().catch(() => undefined));
  if (isolated) {
    const handle = createIsolated(demoOptions, SEEDS, fresh ? 'fresh' : 'air');
    return { handle, credentials, close };
  }
  const demo = createDemo(demoOptions);
  if (fresh) return { handle: demo.handle, credentials, close };
  return { handle: live(demo, seedAir(demo.state)), credentials, close };
}

export interface Listening {
  port: number;
  close: () => Promise<void>;
}

/** Longer than load balancers and clients keep an idle connection: whoever closes first must not be the server. */
const keepAliveMs = 75_000;

/** Over HTTP. Port 0 is a free one; a port that is taken rejects with EADDRINUSE. */
export function listen(
  handle: (request: Request) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const serverOptions = { keepAliveTimeout: keepAliveMs };
    const server = serve({ fetch: handle, hostname: host, port, serverOptions }, (info) => {
      resolve({
        port: info.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}
