import type { ApiCall } from './apiCall';
import { Variable, shellQuoted } from './codeQuoting';
import { formatDuration } from './duration';
import { accessCommands, newUserCommand } from './requestPreviewCliAccess';
import type { Command, Fields } from './requestPreviewCliCommand';
import { influx, note, withEmptyNote } from './requestPreviewCliCommand';
import { defaultShardSeconds } from './retention';

const commands: readonly Command[] = [
  ...accessCommands,
  {
    method: 'POST',
    path: /^\/api\/v2\/buckets$/,
    line: (_id, { body }) => createBucket(body as Fields),
  },
  {
    method: 'PATCH',
    path: /^\/api\/v2\/buckets\/([^/]+)$/,
    line: (id, { body }) => updateBucket(id, body as Fields),
  },
  {
    method: 'DELETE',
    path: /^\/api\/v2\/buckets\/([^/]+)$/,
    line: (id) => influx('bucket delete', { id }),
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/orgs$/,
    line: (_id, { body }) => {
      const { name, description } = body as Fields;
      return influx('org create', { name, description: description || undefined });
    },
  },
  {
    method: 'PATCH',
    path: /^\/api\/v2\/orgs\/([^/]+)$/,
    line: (id, { body }) => {
      const { name, description } = body as Fields;
      return withEmptyNote(description, influx('org update', { id, name, description }));
    },
  },
  {
    method: 'DELETE',
    path: /^\/api\/v2\/orgs\/([^/]+)$/,
    line: (id) => influx('org delete', { id }),
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/write$/,
    line: (_id, { query = {}, body }) =>
      `${influx('write', {
        'org-id': query['orgID'],
        org: query['org'],
        'bucket-id': query['bucketID'],
        bucket: query['bucket'],
        precision: query['precision'],
      })} ${shellQuoted(String(body))}`,
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/query$/,
    line: (_id, { query = {}, body }) =>
      `${influx('query', { 'org-id': query['orgID'], org: query['org'] })} ${shellQuoted(
        String((body as Fields)['query']),
      )}`,
  },
];

/** As commands of the `influx` CLI, which reads INFLUX_HOST and INFLUX_TOKEN by itself. */
export function cliCommands(calls: readonly ApiCall[]): string[] {
  const together = newUserCommand(calls);
  return together === null ? calls.map(cliCommand) : [together];
}

function cliCommand(call: ApiCall): string {
  for (const { method, path, line } of commands) {
    const match = method === call.method ? path.exec(call.path) : null;
    if (match) return line(match[1] ?? '', call);
  }
  return note('The influx CLI has no command for this call.');
}

function ruleOf({ retentionRules }: Fields) {
  const [rule] = (retentionRules ?? []) as Fields[];
  return {
    every: rule && Number(rule['everySeconds'] ?? 0),
    shard: rule && Number(rule['shardGroupDurationSeconds'] ?? 0),
  };
}

function createBucket(body: Fields): string {
  const { every = 0, shard = 0 } = ruleOf(body);
  const isDefaultShard = shard === 0 || shard === defaultShardSeconds(every);
  const command = influx('bucket create', {
    'org-id': body['orgID'],
    name: body['name'],
    description: body['description'] || undefined,
    retention: every === 0 ? undefined : formatDuration(every),
    'shard-group-duration': isDefaultShard || every === 0 ? undefined : formatDuration(shard),
  });
  if (every !== 0 || isDefaultShard) return command;
  return [
    note('With --shard-group-duration alone the CLI would make this a retention of 30d:'),
    note('create the bucket first, then set both.'),
    command,
    influx('bucket update', {
      id: new Variable('BUCKET_ID'),
      retention: '0',
      'shard-group-duration': formatDuration(shard),
    }),
  ].join('\n');
}

function updateBucket(id: string, body: Fields): string {
  const { every, shard } = ruleOf(body);
  const command = influx('bucket update', {
    id,
    name: body['name'],
    description: body['description'],
    retention: every === undefined ? undefined : every === 0 ? '0' : formatDuration(every),
    'shard-group-duration': shard ? formatDuration(shard) : undefined,
  });
  return withEmptyNote(body['description'], command);
}
