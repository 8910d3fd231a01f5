import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface ServerProcess {
  url: string;
  /** Ms from its start to the first answer. */
  startMs: number;
  /** Bytes in memory now; NaN where the system does not tell. */
  held: () => number;
  stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function heldBy(pid: number): number {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return Number.NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) * 1024;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** Runs a server of ours as it is built, on a free port, until it answers `path`. */
export async function startServer(command: string, path: string): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const [program = '', ...words] = `${command} --port ${port}`.split(' ');
  const start = performance.now();
  // A group of its own: npm does not hand on the signal to what it runs.
  const child = spawn(program, words, { stdio: 'ignore', detached: true });
  const kill = () => process.kill(-(child.pid ?? 0));
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', kill);
      resolve();
    });
  });
  while (!(await answers(url + path))) {
    if (child.exitCode !== null) throw new Error(`"${command}" ended by itself`);
    await wait(5);
  }
  const startMs = performance.now() - start;
  return {
    url,
    startMs,
    held: () => heldBy(child.pid ?? 0),
    async stop() {
      kill();
      await ended;
    },
  };
}
