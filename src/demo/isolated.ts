import { copyState } from './copyState';
import { disturb, readFault } from './faults';
import type { FaultCounts } from './faults';
import { createState, serve } from './server';
import type { Demo, Handler } from './server';
import type { DemoOptions, DemoState } from './state';

/** Fills a server that was never set up. */
export type Seeds = Record<string, (state: DemoState) => void>;

const IDLE = 5 * 60_000;
/** Content made relative to the clock is made again after this time. */
const STALE = 10 * 60_000;

interface Held {
  demo: Demo;
  faultCounts: FaultCounts;
  usedAt: number;
}

interface Template {
  state: DemoState;
  madeAt: number;
}

/**
 * One server for each value of the header `x-demo-server`, made at its first request with the content that `x-demo-seed`
 * names, and dropped when nobody asked it for five minutes. The content is built once and shared. `x-demo-fault` makes a
 * request fail on order: see `readFault`.
 */
export function createIsolated(options: DemoOptions, seeds: Seeds, firstSeed: string): Handler {
  const now = options.now ?? Date.now;
  const servers = new Map<string, Held>();
  const templates = new Map<string, Template>();

  function templateOf(seed: string): DemoState {
    const made = templates.get(seed);
    if (made && now() - made.madeAt < STALE) return made.state;
    const fill = seeds[seed];
    if (!fill) throw new Error(`unknown x-demo-seed ${seed}`);
    const state = createState(options);
    fill(state);
    templates.set(seed, { state, madeAt: now() });
    return state;
  }

  function serverOf(name: string, seed: string): Held {
    const held = servers.get(name);
    if (held) {
      held.usedAt = now();
      return held;
    }
    for (const [other, { usedAt }] of servers) if (now() - usedAt > IDLE) servers.delete(other);
    const template = templateOf(seed);
    const demo = serve(copyState(template, { now, random: template.random, startedAt: now() }));
    const made = { demo, usedAt: now(), faultCounts: new Map() };
    servers.set(name, made);
    return made;
  }

  async function answer(request: Request): Promise<Response> {
    const { headers } = request;
    const fault = readFault(headers.get('x-demo-fault'));
    const { demo, faultCounts } = serverOf(
      headers.get('x-demo-server') ?? '',
      headers.get('x-demo-seed') ?? firstSeed,
    );
    return fault === null ? demo.handle(request) : disturb(demo, request, fault, faultCounts);
  }

  return (request) =>
    answer(request).catch((error: unknown) => new Response(String(error), { status: 400 }));
}
