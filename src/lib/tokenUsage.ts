import { shellQuoted } from './codeQuoting';
import { fluxString } from './fluxText';
import type { Action, Permission, PermissionResource } from './permissions';

/** A command to try a token with. The secret is a variable in it: commands stay in the history of a shell. */
export interface UsageSnippet {
  label: string;
  code: string;
}

/** A bucket by id rather than one that is covered by a grant for all. */
function bucketFor(
  permissions: readonly Permission[],
  action: Action,
): PermissionResource | undefined {
  const held = permissions
    .filter((each) => each.action === action && each.resource.type === 'buckets')
    .map(({ resource }) => resource);
  return held.find(({ id }) => id !== undefined) ?? held[0];
}

const credential = '--header "Authorization: Token $INFLUX_TOKEN"';

function writeCommand({ id = '$BUCKET' }: PermissionResource): string {
  return [
    `curl --request POST "$INFLUX_HOST/api/v2/write?org=$INFLUX_ORG_ID&bucket=${id}&precision=s" \\`,
    `  ${credential} \\`,
    `  --data-raw "curl_test value=1 $(date +%s)"`,
  ].join('\n');
}

function queryCommand({ name = 'my-bucket' }: PermissionResource): string {
  const flux = `from(bucket: ${fluxString(name)}) |> range(start: -1h) |> limit(n: 5)`;
  return [
    `curl --request POST "$INFLUX_HOST/api/v2/query?orgID=$INFLUX_ORG_ID" \\`,
    `  ${credential} \\`,
    '  --header "Content-Type: application/vnd.flux" \\',
    `  --data-raw ${shellQuoted(flux)}`,
  ].join('\n');
}

/** How to write and query with curl, as far as the permissions go. */
export function tokenUsage(permissions: readonly Permission[]): UsageSnippet[] {
  const write = bucketFor(permissions, 'write');
  const read = bucketFor(permissions, 'read');
  return [
    ...(write ? [{ label: 'Write a point with curl', code: writeCommand(write) }] : []),
    ...(read ? [{ label: 'Query with curl', code: queryCommand(read) }] : []),
  ];
}
