import { createApp } from './app';
import { bucketRoutes } from './routes/buckets';
import { dbrpRoutes } from './routes/dbrps';
import { deleteRoutes } from './routes/delete';
import { fluxRoutes } from './routes/flux';
import { influxqlRoutes } from './routes/influxql';
import { labelRoutes } from './routes/labels';
import { memberRoutes } from './routes/members';
import { orgRoutes } from './routes/orgs';
import { passwordRoutes } from './routes/passwords';
import { probeRoutes } from './routes/probes';
import { resourceRoutes } from './routes/resources/resourceRoutes';
import { secretRoutes } from './routes/secrets';
import { serviceRoutes } from './routes/service';
import { sessionRoutes } from './routes/session';
import { setupRoutes } from './routes/setup';
import { tokenRoutes } from './routes/tokens';
import { userRoutes } from './routes/users';
import { v1UserRoutes } from './routes/v1Users';
import { writeRoutes } from './routes/write';
import { writeV1Routes } from './routes/writeV1';
import type { DemoOptions, DemoState } from './state';
import { createStorage } from './storage/createStorage';
import { atLeast } from './versions';

export type Handler = (request: Request) => Promise<Response>;

export interface Demo {
  state: DemoState;
  handle: Handler;
}

const DEFAULT_VERSION = '2.9.1';

function secureRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}

/** A server that was never set up. */
export function createState(options: DemoOptions): DemoState {
  const { version = DEFAULT_VERSION, now = Date.now, random = secureRandom } = options;
  return {
    version,
    // Kept as hashes, tokens are never shown again.
    hashesTokens: atLeast(version, 2, 9),
    strongPasswords: options.strongPasswords ?? false,
    fluxWasm: options.fluxWasm,
    startedAt: now(),
    now,
    random,
    orgs: new Map(),
    users: new Map(),
    buckets: new Map(),
    tokens: new Map(),
    v1Users: new Map(),
    dbrps: new Map(),
    dbrpDefaults: new Map(),
    labels: new Map(),
    attachedLabels: new Map(),
    secrets: new Map(),
    resources: new Map(),
    mappings: [],
    sessions: new Map(),
    storage: createStorage({ version }),
  };
}

const ROUTES = [
  probeRoutes,
  serviceRoutes,
  setupRoutes,
  sessionRoutes,
  passwordRoutes,
  userRoutes,
  orgRoutes,
  memberRoutes,
  secretRoutes,
  resourceRoutes,
  bucketRoutes,
  tokenRoutes,
  v1UserRoutes,
  dbrpRoutes,
  labelRoutes,
  writeRoutes,
  deleteRoutes,
  fluxRoutes,
  writeV1Routes,
  influxqlRoutes,
];

/** As the server's `storage-retention-check-interval`. */
const RETENTION_CHECK = 30 * 60_000;

/** A demo InfluxDB over a state made before. */
export function serve(state: DemoState): Demo {
  const app = createApp(state);
  for (const register of ROUTES) register(app, state);
  let expiredAt = state.now();
  const expire = (): void => {
    const now = state.now();
    if (now - expiredAt < RETENTION_CHECK) return;
    expiredAt = now;
    state.storage.expire(BigInt(Math.trunc(now)) * 1_000_000n);
  };
  const handle: Handler = async (request) => {
    expire();
    return app.fetch(request);
  };
  return { state, handle };
}

export function createDemo(options: DemoOptions): Demo {
  return serve(createState(options));
}
