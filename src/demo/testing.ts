import { seedContent } from './seed/content';
import { createState, serve } from './server';
import type { Demo } from './server';
import type { DemoOptions } from './state';

export interface TestDemo extends Demo {
  /** Moves the clock. */
  pass: (milliseconds: number) => void;
  /** Status and body of one request; the body parsed where it is JSON. */
  ask: (method: string, path: string, options?: AskOptions) => Promise<Asked>;
}

interface AskOptions {
  token?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

interface Asked {
  status: number;
  headers: Headers;
  body: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A demo InfluxDB with the sample content and no points, whose clock stands still. */
export function testDemo(options: Partial<DemoOptions> = {}): TestDemo {
  let clock = Date.parse('2026-01-02T03:04:05Z');
  const state = createState({
    now: () => clock,
    fluxWasm: () => Promise.reject(new Error('no Flux here')),
    ...options,
  });
  seedContent(state);
  const demo = serve(state);
  return {
    ...demo,
    pass: (milliseconds) => {
      clock += milliseconds;
    },
    ask: async (method, path, { token, headers = {}, body } = {}) => {
      const response = await demo.handle(
        new Request(`http://influxdb${path}`, {
          method,
          headers: token === undefined ? headers : { Authorization: `Token ${token}`, ...headers },
          body: body === undefined ? undefined : JSON.stringify(body),
        }),
      );
      return {
        status: response.status,
        headers: response.headers,
        body: parsed(await response.text()),
      };
    },
  };
}
