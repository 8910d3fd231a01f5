import { statusColumn, statusFacet } from '@/components/statusColumn';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { credentialName } from '@/lib/credentialName';
import type { Classification } from '@/lib/permissionClasses';
import { credentialClass } from '@/lib/permissionClasses';
import { scopeText } from '@/lib/scopeText';
import type { Credential, Surroundings } from '@/lib/surroundings';
import type { TableSpec } from '@/ui/table/tableSpec';

export interface UserCredential extends Pick<
  Credential,
  'kind' | 'id' | 'name' | 'status' | 'org'
> {
  classification: Classification;
  scope: string;
}

export function userCredential(credential: Credential, around: Surroundings): UserCredential {
  const { kind, id, name, status, org, permissions } = credential;
  return {
    ...{ kind, id, name, status, org },
    classification: credentialClass(credential, around.types),
    scope: scopeText(permissions, around),
  };
}

export const userCredentialSpec: TableSpec<UserCredential> = {
  noun: ['token or v1 user', 'tokens and v1 users'],
  prefix: 'c-',
  rowKey: ({ kind, id }) => `${kind} ${id}`,
  rowName: ({ name }) => name,
  sort: 'name',
  columns: [
    {
      key: 'name',
      label: 'Name',
      width: 180,
      grows: true,
      text: credentialName,
    },
    { key: 'kind', label: 'Kind', width: 80, muted: true, text: ({ kind }) => kind },
    {
      key: 'class',
      label: 'Class',
      width: 120,
      text: ({ classification }) => classification.class,
      cell: ({ classification }) => <TokenClassBadge classification={classification} />,
    },
    { key: 'scope', label: 'Scope', width: 220, grows: true, text: ({ scope }) => scope },
    { key: 'org', label: 'Org', width: 110, muted: true, text: ({ org }) => org },
    statusColumn,
  ],
  facets: [
    { key: 'class', label: 'Class', of: ({ classification }) => classification.class },
    { key: 'org', label: 'Org', of: ({ org }) => org },
    statusFacet,
  ],
};
