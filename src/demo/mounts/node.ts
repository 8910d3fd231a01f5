import { serve } from '@hono/node-server';
import { createIsolated } from '@/demo/isolated';
import type { Seeds } from '@/demo/isolated';
import { seedContent } from '@/demo/seed/content';
import { DEMO_CREDENTIALS } from '@/demo/seed/credentials';
import { createDemo } from '@/demo/server';
import type { Handler } from '@/demo/server';
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

function seedAir(state: DemoState): void {
  seedContent(state);
}

const SEEDS: Seeds = {
  /** Never set up. */
  fresh: () => undefined,
  /** Set up, without points. */
  empty: (state) => {
    seedContent(state);
  },
  /** With the points of the sensors. */
  air: seedAir,
};

// Async so that content may be loaded one day without a change for who mounts it.
export async function mountDemo(options: MountOptions = {}): Promise<DemoMount> {
  const { fresh = false, isolated = false, version, strongPasswords } = options;
  const demoOptions: DemoOptions = { version, strongPasswords, fluxWasm: readFluxWasm };
  const credentials = fresh ? [] : [...DEMO_CREDENTIALS];
  if (isolated) {
    const handle = createIsolated(demoOptions, SEEDS, fresh ? 'fresh' : 'air');
    return { handle, credentials, close: () => undefined };
  }
  const { state, handle } = createDemo(demoOptions);
  if (!fresh) seedAir(state);
  return { handle, credentials, close: () => undefined };
}

export interface Listening {
  port: number;
  close: () => Promise<void>;
}

/** Over HTTP. Port 0 is a free one; a port that is taken rejects with EADDRINUSE. */
export function listen(
  handle: (request: Request) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: handle, hostname: host, port }, (info) => {
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
