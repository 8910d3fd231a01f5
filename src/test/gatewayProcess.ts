import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import http from 'node:http';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist-server/headgate.js', import.meta.url));

export interface GatewayProcess {
  /** With the base path, without a final slash. */
  address: string;
  port: number;
  /** Everything printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts the built gateway on a free port and resolves when it printed its address. */
export function startGateway(args: string[], env: NodeJS.ProcessEnv = {}): Promise<GatewayProcess> {
  const child = run(['--port', '0', ...args], env);
  let text = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const address = /Headgate\s+(http:\S+:(\d+)\S*)\/\s/.exec(text);
      if (!address?.[1]) return;
      const stop = () =>
        new Promise<void>((done) => {
          child.once('exit', () => done());
          child.kill();
        });
      resolve({ address: address[1], port: Number(address[2]), output: () => text, stop });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`the gateway ended: ${text}`)));
  });
}

/** Runs the built gateway to its end: for wrong flags and `--help`. */
export function runGateway(
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; output: string }> {
  const child = run(args, env);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
}

function run(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  if (!existsSync(program)) throw new Error('not built: npm run build');
  return spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
}

export interface TestUpstream {
  url: string;
  close(): Promise<void>;
}

/** A server on a real socket that answers as the test says. */
export async function startUpstream(handler: http.RequestListener): Promise<TestUpstream> {
  const server = http.createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
