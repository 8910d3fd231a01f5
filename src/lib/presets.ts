import type { Action, Permission } from './permissions';
import { readOf, writeOf } from './permissions';

/** What a preset is made for. */
export interface PresetPlace {
  orgID: string;
  /** The owner of the token. */
  userID: string;
  /** Resource types of the server, in its order. */
  types: readonly string[];
  /** Ids of buckets in the org. */
  readBuckets: readonly string[];
  writeBuckets: readonly string[];
}

export interface Preset {
  /** Stands in links: never changes. */
  key: string;
  label: string;
  /** For whom, and what to know before using it. */
  about: string;
  /** What is done with buckets that must be chosen first; empty when none must. */
  needsBuckets: readonly Action[];
  build: (place: PresetPlace) => Permission[];
}

function both(type: string, place: { orgID?: string; id?: string } = {}): Permission[] {
  return [readOf(type, place), writeOf(type, place)];
}

const grantable = (types: readonly string[]) => types.filter((type) => type !== 'instance');

function operatorSet({ types }: PresetPlace): Permission[] {
  return grantable(types).flatMap((type) => both(type));
}

/** As the `influx` CLI and InfluxDB's own UI make it: the org is only read, users are the owner alone. */
function allAccessSet({ orgID, userID, types }: PresetPlace): Permission[] {
  return grantable(types).flatMap((type) => {
    if (type === 'orgs') return [readOf('orgs', { id: orgID })];
    return type === 'users' ? both('users', { id: userID }) : both(type, { orgID });
  });
}

function bucketReads({ orgID, readBuckets }: PresetPlace): Permission[] {
  return readBuckets.map((id) => readOf('buckets', { orgID, id }));
}

function bucketWrites({ orgID, writeBuckets }: PresetPlace): Permission[] {
  return writeBuckets.map((id) => writeOf('buckets', { orgID, id }));
}

/** From the least access to the most. */
export const presets: readonly Preset[] = [
  {
    key: 'read-write',
    label: 'Read and write buckets',
    about: 'For an application: the chosen buckets and nothing else.',
    needsBuckets: ['read', 'write'],
    build: (place) => [...bucketReads(place), ...bucketWrites(place)],
  },
  {
    key: 'telegraf-writer',
    label: 'Telegraf writer',
    about:
      'For an agent or device that only sends points. Add read on telegrafs when it loads its configuration from this server.',
    needsBuckets: ['write'],
    build: bucketWrites,
  },
  {
    key: 'grafana-reader',
    label: 'Grafana reader',
    about:
      'For dashboards, by Flux and InfluxQL: read the chosen buckets. The org in the data source needs no permission.',
    needsBuckets: ['read'],
    build: bucketReads,
  },
  {
    key: 'task-runner',
    label: 'Task runner',
    about: 'Creates and changes tasks of the org that read and write the chosen buckets.',
    needsBuckets: ['read', 'write'],
    build: (place) => [
      ...both('tasks', { orgID: place.orgID }),
      ...bucketReads(place),
      ...bucketWrites(place),
    ],
  },
  {
    key: 'all-access',
    label: 'All access',
    about: 'Everything in one org, its tokens too. As influx auth create --all-access makes it.',
    needsBuckets: [],
    build: allAccessSet,
  },
  {
    key: 'backup',
    label: 'Backup and restore',
    about:
      'An operator token: the server asks for every permission in every org before it lets anybody back it up.',
    needsBuckets: [],
    build: operatorSet,
  },
  {
    key: 'operator',
    label: 'Operator',
    about: 'Everything in every org, users and passwords too. Keep one or two.',
    needsBuckets: [],
    build: operatorSet,
  },
  {
    key: 'blank',
    label: 'Blank',
    about: 'Nothing yet: tick what it needs.',
    needsBuckets: [],
    build: () => [],
  },
];

export function presetOf(key: string | null | undefined): Preset | undefined {
  return presets.find((preset) => preset.key === key);
}
