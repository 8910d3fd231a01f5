import type { Org, OrgChange, OrgDraft } from '@/api/orgs';

/** What the inputs hold. */
export interface OrgValues {
  name: string;
  description: string;
}

export const emptyOrg: OrgValues = { name: '', description: '' };

export function valuesOf({ name, description = '' }: Org): OrgValues {
  return { name, description };
}

export type OrgProblems = { [Field in keyof OrgValues]: string | null };

/** The server compares names without the spaces around them. */
export function validateOrg(
  { name }: OrgValues,
  takenNames: ReadonlySet<string>,
  before?: OrgValues,
): OrgProblems {
  return {
    name: name === before?.name ? null : nameProblem(name.trim(), takenNames),
    description: null,
  };
}

function nameProblem(name: string, takenNames: ReadonlySet<string>): string | null {
  if (name === '') return 'An org needs a name';
  if (takenNames.has(name)) return `An org with name ${name} already exists`;
  return null;
}

export function draftOf({ name, description }: OrgValues): OrgDraft {
  const text = description.trim();
  return { name: name.trim(), ...(text !== '' && { description: text }) };
}

/** What differs, or nothing. */
export function changeOf(org: Org, values: OrgValues): OrgChange | undefined {
  const before = valuesOf(org);
  const description = values.description.trim();
  const patch = {
    ...(values.name !== before.name && { name: values.name.trim() }),
    ...(description !== before.description && { description }),
  };
  return Object.keys(patch).length > 0 ? { id: org.id, patch } : undefined;
}
