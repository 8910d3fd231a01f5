import { z } from 'zod';
import type { Demo } from './server';

const faultSchema = z.object({
  /** Only requests whose path begins so; all without it. */
  path: z.string().default('/'),
  method: z.string().optional(),
  /** Only requests whose path ends so. */
  ends: z.string().default(''),
  /** Only requests whose query string, decoded, contains this. */
  query: z.string().default(''),
  /** Of the requests it concerns only this one, counted from 1 since the server first saw this very fault. */
  nth: z.coerce.number().int().min(1).optional(),
  /** Answer with this status and an error of the server's shape. */
  status: z.coerce.number().int().min(400).max(599).optional(),
  message: z.string().default('a fault on order'),
  /** Milliseconds before the answer begins. */
  delay: z.coerce.number().int().min(0).optional(),
  /** Send so many bytes of the real answer, then break the connection. */
  cut: z.coerce.number().int().min(0).optional(),
  /** `expire`: forget all sessions first. */
  sessions: z.literal('expire').optional(),
});

export type Fault = z.output<typeof faultSchema>;

/** From a header such as `path=/api/v2/buckets; method=GET; status=503; message=overloaded`. */
export function readFault(header: string | null): Fault | null {
  if (header === null || header.trim() === '') return null;
  const pairs = header.split(';').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name.trim(), value.join('=').trim()] as const;
  });
  return faultSchema.parse(Object.fromEntries(pairs));
}

/** How often each fault, as text, concerned a request of one server. */
export type FaultCounts = Map<string, number>;

function matches({ path, ends, query, method }: Fault, request: Request): boolean {
  const { pathname, searchParams } = new URL(request.url);
  const isPath = pathname.startsWith(path) && pathname.endsWith(ends);
  const pairs = [...searchParams].map(([name, value]) => `${name}=${value}`);
  const isQuery = pairs.join('&').includes(query);
  return isPath && isQuery && (method === undefined || method === request.method);
}

function concerns(fault: Fault, request: Request, counts: FaultCounts): boolean {
  if (!matches(fault, request)) return false;
  const key = JSON.stringify(fault);
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return fault.nth === undefined || fault.nth === count;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The first bytes of an answer, then an error. */
function cutShort(response: Response, bytes: number): Response {
  let left = bytes;
  const cutter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) controller.error(new Error('cut on order'));
    },
  });
  const { status, headers } = response;
  return new Response(response.body?.pipeThrough(cutter) ?? null, { status, headers });
}

/** Answers as the fault says; a request it does not concern is answered as usual. */
export async function disturb(
  demo: Demo,
  request: Request,
  fault: Fault,
  counts: FaultCounts,
): Promise<Response> {
  if (!concerns(fault, request, counts)) return demo.handle(request);
  if (fault.sessions === 'expire') demo.state.sessions.clear();
  if (fault.delay !== undefined) await pause(fault.delay, request.signal);
  if (fault.status !== undefined) {
    const body = {
      code: fault.status < 500 ? 'invalid' : 'internal error',
      message: fault.message,
    };
    return Response.json(body, { status: fault.status });
  }
  const response = await demo.handle(request);
  return fault.cut === undefined ? response : cutShort(response, fault.cut);
}
