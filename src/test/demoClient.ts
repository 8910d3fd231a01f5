import { createDemo } from '@/demo/server';
import type { Handler } from '@/demo/server';
import type { DemoOptions, DemoState } from '@/demo/state';
import { setUp } from '@/demo/store/setup';

export interface Answer {
  status: number;
  /** Parsed JSON; null for an empty body. */
  body: unknown;
}

export interface DemoClient {
  state: DemoState;
  handle: Handler;
  operator: string;
  orgID: string;
  userID: string;
  bucketID: string;
  send(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
}

/** A demo server that was set up: user `admin`, org `acme`, bucket `b0`; requests carry its operator token. */
export function demoClient(options: Partial<DemoOptions> = {}): DemoClient {
  const demo = createDemo({
    fluxWasm: () => Promise.reject(new Error('no Flux in this test')),
    ...options,
  });
  const { user, org, bucket, auth } = setUp(demo.state, {
    username: 'admin',
    password: 'admin-password',
    org: 'acme',
    bucket: 'b0',
    everySeconds: 0,
    token: '',
  });
  return {
    ...demo,
    operator: auth.token,
    orgID: org.id,
    userID: user.id,
    bucketID: bucket.id,
    async send(method, path, body, token = auth.token) {
      const response = await demo.handle(
        new Request(`http://demo${path}`, {
          method,
          headers: { Authorization: `Token ${token}` },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      );
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    },
  };
}
