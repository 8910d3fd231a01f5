import { queryOptions } from '@tanstack/react-query';
import type { Connection } from './client';
import { open, requestOver } from './client';
import { HttpError } from './errors';
import { isSetupAllowed } from './setup';

export interface ServerStatus {
  /** Without the `v` that 2.x builds put in front. */
  version: string;
  line: '1.x' | '2.x';
  isHealthy: boolean;
  message: string;
  /** Nobody has set this server up yet. */
  needsSetup: boolean;
}

interface Health {
  status: string;
  message?: string;
  version?: string;
}

/** 1.x before 1.8 has no `/health`: its version stands in a header of `/ping`. */
async function pingedVersion({ influx }: Connection, signal: AbortSignal): Promise<string> {
  let version = '';
  const options = { method: 'GET', headers: { accept: 'text/plain' }, signal };
  await influx.transport.request('/ping', undefined, options, (headers) => {
    version = String(headers['x-influxdb-version'] ?? '');
  });
  return version;
}

async function healthOf(over: Connection, signal: AbortSignal): Promise<Health> {
  try {
    return await requestOver<Health>(over, '/health', { signal });
  } catch (error) {
    if (!(error instanceof HttpError) || error.statusCode !== 404) throw error;
    return { status: 'pass', version: await pingedVersion(over, signal) };
  }
}

async function statusOf(server: string, signal: AbortSignal): Promise<ServerStatus> {
  const { status, message = '', version } = await healthOf(open(server), signal);
  const plain = (version ?? '').replace(/^v/, '');
  const line = plain.startsWith('1.') ? '1.x' : '2.x';
  return {
    version: plain,
    line,
    isHealthy: status === 'pass',
    message,
    needsSetup: line === '2.x' && (await isSetupAllowed(server, signal)),
  };
}

export const serverStatusQueries = {
  /** Needs no credential. */
  of: (server: string) =>
    queryOptions({
      queryKey: ['serverStatus', server],
      queryFn: ({ signal }) => statusOf(server, signal),
      refetchInterval: 15_000,
      retry: false,
    }),
};
