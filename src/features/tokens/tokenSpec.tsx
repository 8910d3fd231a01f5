import { findingsColumn, findingsFacet } from '@/components/findingsColumn';
import { statusColumn, statusFacet } from '@/components/statusColumn';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { credentialName } from '@/lib/credentialName';
import type { Finding } from '@/lib/findings';
import { rules } from '@/lib/findings';
import { timeColumn } from '@/ui/table/columns';
import type { TableSpec } from '@/ui/table/tableSpec';
import type { TokenRow } from './tokenRows';
import classes from './tokens.module.css';

export function tokenName({ description }: Pick<TokenRow, 'description'>): string {
  return credentialName({ name: description });
}

const ownTexts = { certain: 'yours', maybe: 'may be yours', no: '' };

function NameCell({ row }: { row: TokenRow }) {
  if (row.own === 'no') return tokenName(row);
  return (
    <span className={classes.named}>
      <span className={classes.name}>{tokenName(row)}</span>{' '}
      <span className={classes.note}>{ownTexts[row.own]}</span>
    </span>
  );
}

function ownerText({ user, userID, owner }: TokenRow): string {
  const name = user || userID;
  if (owner === 'inactive') return `${name} (inactive)`;
  return owner === 'gone' ? `${name} (gone)` : name;
}

export function classText({ classification: { class: name, olderSet } }: TokenRow): string {
  return olderSet ? `${name}, older set` : name;
}

/** The last operator token is told from others of its kind. */
function findingTitle({ rule }: Finding, { isLastOperator }: TokenRow): string {
  return isLastOperator && rule === 'operator-token' ? 'Last operator token' : rules[rule].title;
}

export const tokenSpec: TableSpec<TokenRow> = {
  noun: ['token', 'tokens'],
  rowKey: ({ id }) => id,
  rowName: tokenName,
  sort: 'description',
  alsoSearched: {
    text: ({ buckets, user }) => [user, ...buckets].join('\n'),
    ids: ({ id, orgID, userID, permissions }) =>
      [id, orgID, userID, ...permissions.map(({ resource }) => resource.id ?? '')].join('\n'),
  },
  columns: [
    {
      key: 'description',
      label: 'Description',
      width: 150,
      grows: true,
      text: (row) =>
        row.own === 'no' ? tokenName(row) : `${tokenName(row)}, ${ownTexts[row.own]}`,
      cell: (row) => <NameCell row={row} />,
    },
    {
      key: 'class',
      label: 'Class',
      width: 106,
      text: classText,
      cell: ({ classification }) => <TokenClassBadge classification={classification} />,
    },
    { key: 'scope', label: 'Scope', width: 150, grows: true, text: ({ scope }) => scope },
    findingsColumn(173, findingTitle),
    { key: 'owner', label: 'Owner', width: 110, text: ownerText },
    { key: 'org', label: 'Org', width: 70, text: ({ org, orgID }) => org || orgID },
    statusColumn,
    timeColumn('created', 'Created', ({ createdAt }) => createdAt, 76),
    { ...timeColumn('updated', 'Updated', ({ updatedAt }) => updatedAt, 76), wide: true },
  ],
  facets: [
    { key: 'class', label: 'Class', of: ({ classification }) => classification.class },
    { key: 'org', label: 'Org', of: ({ org, orgID }) => org || orgID },
    { key: 'owner', label: 'Owner', of: ownerText },
    statusFacet,
    { key: 'bucket', label: 'Reaches bucket', of: ({ buckets }) => buckets },
    findingsFacet(findingTitle),
  ],
};
