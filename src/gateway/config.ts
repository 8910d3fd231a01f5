import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { flags } from './flags';

const port = z.coerce.number().int().min(0).max(65535);

const serverSchema = z.strictObject({
  name: z.string().trim().min(1),
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .refine((text) => !new URL(text).username && !new URL(text).search, {
      error: 'must hold neither credentials nor a query string',
    }),
  tlsSkipVerify: z.boolean().default(false),
});

const configSchema = z.strictObject({
  servers: z.array(serverSchema).default([]),
  host: z.string().min(1).default('127.0.0.1'),
  port: port.default(8080),
  basePath: z
    .string()
    .regex(/^(\/[\w.~-]+)*\/?$/, 'must look like /headgate')
    .transform((path) => path.replace(/\/$/, ''))
    .default(''),
  allowedHosts: z.array(z.string().min(1)).default([]),
  demo: z.boolean().optional(),
  demoPort: port.optional(),
  demoVersion: z.enum(['2.9.1', '2.7.12']).default('2.9.1'),
  isolated: z.boolean().default(false),
  log: z.boolean().default(false),
});

export interface ServerConfig {
  /** In addresses: `/proxy/<id>/`. */
  id: string;
  name: string;
  url: string;
  tlsSkipVerify: boolean;
}

export interface GatewayConfig extends Omit<z.output<typeof configSchema>, 'servers' | 'demo'> {
  servers: ServerConfig[];
  demo: boolean;
}

/** A wrong flag, variable or file; the message names it. */
export class ConfigError extends Error {}

/** Flags win over environment variables, these over the file. */
export function readConfig(argv: readonly string[], env: NodeJS.ProcessEnv): GatewayConfig {
  const { values } = parseFlags(argv);
  const file = values.config === undefined ? {} : readFile(String(values.config));
  const servers = serversOf(values, env, file);
  const raw = {
    ...file,
    servers,
    ...defined({
      host: values.host ?? env.HEADGATE_HOST,
      port: values.port ?? env.HEADGATE_PORT,
      basePath: values['base-path'] ?? env.HEADGATE_BASE_PATH,
      allowedHosts: values['allowed-host'] ?? env.HEADGATE_ALLOWED_HOSTS?.split(','),
      demoPort: values['demo-port'],
      demoVersion: values['demo-version'],
      isolated: values.isolated,
      log: values.log,
    }),
  };
  const config = parse(raw);
  const demo = demoWanted(values, config.demo, config.servers.length);
  return { ...config, demo, servers: withIds(config.servers, demo) };
}

function parseFlags(argv: readonly string[]) {
  const options = Object.fromEntries(
    flags.map((flag) => [
      flag.name,
      {
        type: 'value' in flag ? ('string' as const) : ('boolean' as const),
        multiple: 'multiple' in flag,
      },
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false });
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\nSee --help.`);
  }
}

type Values = ReturnType<typeof parseFlags>['values'];

function demoWanted(values: Values, inFile: boolean | undefined, servers: number): boolean {
  if (values['no-demo'] === true) {
    if (servers === 0)
      throw new ConfigError('--no-demo without any --influx leaves nothing to show');
    return false;
  }
  return values.demo === true || values.isolated === true || (inFile ?? servers === 0);
}

function readFile(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`--config ${path}: ${(error as Error).message}`);
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new ConfigError(`--config ${path}: is not a JSON object`);
  }
}

function serversOf(values: Values, env: NodeJS.ProcessEnv, file: Record<string, unknown>): unknown {
  const pairs =
    (values.influx as string[] | undefined) ??
    env.HEADGATE_SERVERS?.split(',').filter((pair) => pair.trim() !== '');
  if (!pairs) return file.servers ?? [];
  const skip = (values['tls-skip-verify'] as string[] | undefined) ?? [];
  const named = pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new ConfigError(`--influx ${pair}: write NAME=URL`);
    const name = pair.slice(0, at).trim();
    return { name, url: pair.slice(at + 1).trim(), tlsSkipVerify: skip.includes(name) };
  });
  const unknown = skip.find((name) => !named.some((server) => server.name === name));
  if (unknown !== undefined) {
    throw new ConfigError(`--tls-skip-verify ${unknown}: no server has this name`);
  }
  return named;
}

function parse(raw: unknown) {
  const result = configSchema.safeParse(raw);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(issues.join('\n'));
}

function withIds(servers: z.output<typeof serverSchema>[], demo: boolean): ServerConfig[] {
  const taken = new Set<string>(demo ? ['demo'] : []);
  return servers.map((server) => {
    const id = server.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
    if (!/[a-z0-9]/.test(id))
      throw new ConfigError(`server ${server.name}: a name needs a letter or digit`);
    if (taken.has(id)) throw new ConfigError(`server ${server.name}: the name is taken`);
    taken.add(id);
    return { id, ...server, url: server.url.replace(/\/$/, '') };
  });
}

function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
