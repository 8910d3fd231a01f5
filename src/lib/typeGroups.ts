import { typeWords } from './permissionWords';
import { capitalised } from './sentence';

export interface TypeGroup {
  name: string;
  types: readonly string[];
}

/** What belongs together for somebody who grants it. */
const groups: readonly TypeGroup[] = [
  { name: 'Data', types: ['buckets', 'telegrafs', 'scrapers', 'remotes', 'replications'] },
  {
    name: 'Automation',
    types: ['tasks', 'checks', 'notificationRules', 'notificationEndpoints', 'secrets'],
  },
  { name: 'Access', types: ['authorizations', 'orgs', 'users'] },
  {
    name: 'Content',
    types: ['dashboards', 'variables', 'labels', 'notebooks', 'annotations'],
  },
  { name: 'Legacy', types: ['sources', 'views', 'documents', 'dbrp'] },
];

const grouped = new Set(groups.flatMap(({ types }) => types));

/** The types that there are, in groups; those of newer servers come last. */
export function groupTypes(types: readonly string[]): TypeGroup[] {
  const has = new Set(types);
  const other = { name: 'Other', types: types.filter((type) => !grouped.has(type)) };
  return [...groups, other]
    .map(({ name, types: all }) => ({ name, types: all.filter((type) => has.has(type)) }))
    .filter((group) => group.types.length > 0);
}

/** As it stands at the head of a row: `Notification rules`. */
export function typeLabel(type: string): string {
  return capitalised(typeWords(type));
}

/** The server asks for these by id alone: a permission for all of an org never matches. */
export function isById(type: string): boolean {
  return type === 'orgs' || type === 'users';
}

const withoutIds = new Set(['secrets', 'dbrp', 'views', 'documents']);

/** Whether single resources of the type can be granted. */
export function hasIds(type: string): boolean {
  return !withoutIds.has(type);
}

const notes: Readonly<Record<string, string>> = {
  buckets: 'Write includes renaming and deleting',
  authorizations: 'Needs the same on their owner',
  orgs: 'Write includes deleting the org',
  users: 'Write includes the password',
  secrets: 'Keys, never values',
  dbrp: 'Never asked for: buckets decide',
  views: 'Never asked for: dashboards decide',
};

/** What the name of the type does not say. */
export function typeNote(type: string): string | undefined {
  return notes[type];
}
