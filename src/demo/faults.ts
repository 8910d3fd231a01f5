import { z } from 'zod';
import type { Demo } from './server';

const faultSchema = z.object({
  /** Only requests whose path begins so; all without it. */
  path: z.string().default('/'),
  method: z.string().optional(),
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

function concerns({ path, method }: Fault, request: Request): boolean {
  const isPath = new URL(request.url).pathname.startsWith(path);
  return isPath && (method === undefined || method === request.method);
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
export async function disturb(demo: Demo, request: Request, fault: Fault): Promise<Response> {
  if (!concerns(fault, request)) return demo.handle(request);
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
