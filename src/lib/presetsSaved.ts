import * as z from 'zod/mini';
import type { Permission } from './permissions';
import { distinct, permissionText } from './permissions';
import { singular } from './permissionWords';
import type { Preset, PresetPlace } from './presets';

/** Stand for what is known only when the preset is used. */
const org = '$org';
const owner = '$owner';
const bucket = '$bucket';

const id = z
  .string('must be a text')
  .check(
    z.regex(
      /^(?:[0-9a-f]{16}|\$org|\$owner|\$bucket)$/,
      `must be an id of 16 hexadecimal digits, ${org}, ${owner} or ${bucket}`,
    ),
  );

const permission = z.object(
  {
    action: z.enum(['read', 'write'], 'must be read or write'),
    resource: z.object(
      {
        type: z.string('must be a text').check(z.minLength(1, 'must not be empty')),
        orgID: z.optional(id),
        id: z.optional(id),
      },
      'must be an object',
    ),
  },
  'must be an object',
);

const names = {
  name: z.string('must be a text').check(z.minLength(1, 'must not be empty')),
  permissions: z
    .array(permission, 'must be a list')
    .check(z.minLength(1, 'must hold at least one permission')),
};

/** Permissions under a name, in this browser: no secret is in them. */
export const savedPreset = z.object(names);
export type SavedPreset = z.output<typeof savedPreset>;

const presetFile = z.object(
  {
    headgate: z.literal('token-preset', 'must be "token-preset"'),
    version: z.literal(1, 'must be 1: a newer Headgate may have written it'),
    ...names,
  },
  'must be an object',
);

export function presetFileText({ name, permissions }: SavedPreset): string {
  const file = { headgate: 'token-preset', version: 1, name, permissions };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export type ReadPreset = { preset: SavedPreset } | { problems: string[] };

/** `permissions.3.action must be read or write` */
function problemText({ path, message }: { path: PropertyKey[]; message: string }): string {
  return `${path.length === 0 ? 'The file' : path.map(String).join('.')} ${message}`;
}

export function readPresetFile(text: string): ReadPreset {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { problems: [`The file is no JSON: ${error instanceof Error ? error.message : ''}`] };
  }
  const { success, data, error } = presetFile.safeParse(content);
  if (!success) return { problems: error.issues.map(problemText) };
  return { preset: { name: data.name, permissions: data.permissions } };
}

export type Relative = { permissions: Permission[] } | { problem: string };

/** For any org: org, owner and buckets become those of whoever uses the preset. */
export function relativeTo(
  permissions: readonly Permission[],
  place: { orgID: string; ownerID: string },
): Relative {
  const relative: Permission[] = [];
  for (const one of distinct(permissions)) {
    const { type, orgID, id: own } = one.resource;
    if (orgID !== undefined && orgID !== place.orgID) {
      return { problem: `it holds a permission in another org: ${permissionText(one)}` };
    }
    const stands = own === undefined ? undefined : placeholder(type, own, place);
    if (own !== undefined && stands === undefined) {
      return { problem: `it names a ${singular(type)} by its id, which another org does not have` };
    }
    relative.push({
      action: one.action,
      resource: { type, ...(orgID !== undefined && { orgID: org }), ...(stands && { id: stands }) },
    });
  }
  return { permissions: distinct(relative) };
}

function placeholder(
  type: string,
  own: string,
  { orgID, ownerID }: { orgID: string; ownerID: string },
) {
  if (type === 'buckets') return bucket;
  if (type === 'orgs' && own === orgID) return org;
  return type === 'users' && own === ownerID ? owner : undefined;
}

export function isRelative({ permissions }: SavedPreset): boolean {
  return permissions.some(({ resource }) =>
    [resource.orgID, resource.id].some((text) => text?.startsWith('$')),
  );
}

/** The org of a preset with ids; undefined for any org. */
export function presetOrg({ permissions }: SavedPreset): string | undefined {
  const found = permissions.find(({ resource }) => resource.orgID !== undefined)?.resource.orgID;
  return found?.startsWith('$') ? undefined : found;
}

function resolved({ action, resource }: Permission, place: PresetPlace): Permission[] {
  const { type, orgID, id: own } = resource;
  const whole = {
    type,
    ...(orgID !== undefined && { orgID: orgID === org ? place.orgID : orgID }),
  };
  if (own === bucket) {
    const buckets = action === 'read' ? place.readBuckets : place.writeBuckets;
    return buckets.map((each) => ({ action, resource: { ...whole, id: each } }));
  }
  const known: Record<string, string> = { [org]: place.orgID, [owner]: place.userID };
  const meant = own === undefined ? undefined : (known[own] ?? own);
  return [{ action, resource: { ...whole, ...(meant !== undefined && { id: meant }) } }];
}

/** To be used as those that Headgate brings along. */
export function asPreset(saved: SavedPreset): Preset {
  const { name, permissions } = saved;
  const needs = permissions.filter(({ resource }) => resource.id === bucket);
  return {
    key: `saved:${name}`,
    label: name,
    about: isRelative(saved) ? 'For any org.' : 'With ids: for the org it was saved in.',
    needsBuckets: [...new Set(needs.map(({ action }) => action))],
    build: (place) => permissions.flatMap((one) => resolved(one, place)),
  };
}
