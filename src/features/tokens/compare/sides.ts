import { bucketReach } from '@/lib/bucketReach';
import { nameOrId } from '@/lib/credentialName';
import type { Permission } from '@/lib/permissions';
import { distinct } from '@/lib/permissions';
import { presetOf, presets } from '@/lib/presets';
import type { Preset } from '@/lib/presets';
import type { Credential, Surroundings } from '@/lib/surroundings';
import { userBucketsIn } from '@/lib/surroundings';

/** What stands on one side of a comparison. */
export type Side =
  | { kind: 'credential'; credential: Credential; permissions: readonly Permission[] }
  /** `place`: for what it was filled in, in words. */
  | { kind: 'preset'; preset: Preset; permissions: readonly Permission[]; place: string }
  /** Asked for, and not there (any more). */
  | { kind: 'missing'; key: string }
  /** A preset alone is not made for any org. */
  | { kind: 'homeless'; preset: Preset };

function ofPreset(preset: Preset, beside: Credential, around: Surroundings): Side {
  const { orgID, org, userID, name } = beside;
  const reached = bucketReach(beside.permissions, userBucketsIn(orgID, around));
  const permissions = preset.build({
    orgID,
    userID,
    types: around.types,
    readBuckets: reached.filter(({ read }) => read).map(({ bucket }) => bucket.id),
    writeBuckets: reached.filter(({ write }) => write).map(({ bucket }) => bucket.id),
  });
  const buckets = preset.needsBuckets.length > 0 ? `, for the buckets that “${name}” reaches` : '';
  return {
    kind: 'preset',
    preset,
    permissions: distinct(permissions),
    place: `In ${org}${buckets}`,
  };
}

/** The side that a key of the address stands for; `beside` is the key of the other one. */
export function sideOf(
  key: string,
  beside: string | undefined,
  credentials: readonly Credential[],
  around: Surroundings,
): Side {
  const credential = credentials.find(({ id }) => id === key);
  if (credential) {
    return { kind: 'credential', credential, permissions: distinct(credential.permissions) };
  }
  const preset = presetOf(key);
  if (!preset) return { kind: 'missing', key };
  const other = credentials.find(({ id }) => id === beside);
  return other ? ofPreset(preset, other, around) : { kind: 'homeless', preset };
}

export interface Choice {
  value: string;
  label: string;
}

function choiceOf({ id, kind, name, org, user }: Credential): Choice {
  const label = nameOrId({ name, id });
  return { value: id, label: `${label} · ${kind === 'v1 user' ? 'v1 user' : user} · ${org}` };
}

/** Presets first: there are few. */
export function choices(credentials: readonly Credential[]) {
  const named = (kind: Credential['kind']) =>
    credentials
      .filter((credential) => credential.kind === kind)
      .map(choiceOf)
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  return [
    {
      group: 'Presets',
      items: presets
        .filter(({ key }) => key !== 'blank')
        .map(({ key, label }): Choice => ({ value: key, label })),
    },
    { group: 'Tokens', items: named('token') },
    { group: 'v1 users', items: named('v1 user') },
  ].filter(({ items }) => items.length > 0);
}
