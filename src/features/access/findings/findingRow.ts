import { counted } from '@/lib/counted';
import { credentialName } from '@/lib/credentialName';
import { csvText } from '@/lib/csvText';
import type { AccessFinding, Rule } from '@/lib/findings';
import { rules } from '@/lib/findings';
import { paths } from '@/lib/paths';
import { orgName } from '@/lib/permissionWords';
import type { Credential, KnownBucket, Surroundings } from '@/lib/surroundings';

export interface FindingRow {
  key: string;
  rule: AccessFinding['rule'];
  severity: Rule['severity'];
  /** What it is about: a token, a v1 user or a bucket by name. */
  about: string;
  kind: Credential['kind'] | 'bucket';
  detail: string;
  org: string;
  owner: string;
  /** Its own page. */
  to: string;
  /** The screen where it is put right. */
  fix: Fix;
  /** Ids of all tokens, v1 users and buckets it is about. */
  ids: readonly string[];
}

export interface Fix {
  label: string;
  to: string;
}

function aboutOf(first: Credential, others: readonly Credential[]): string {
  const name = credentialName(first);
  return others.length === 0 ? name : `${name} and ${counted(others.length, 'other')}`;
}

export function findingRow(
  server: string,
  finding: AccessFinding,
  { orgs }: Surroundings,
): FindingRow[] {
  const { rule, detail, credentials, bucket } = finding;
  const { severity } = rules[rule];
  const [first, ...others] = credentials;
  if (first) {
    return [
      {
        key: `${rule} ${first.kind} ${first.id}`,
        ...{ rule, severity, detail },
        about: aboutOf(first, others),
        kind: first.kind,
        ids: credentials.map(({ id }) => id),
        org: first.org,
        owner: first.user,
        to: paths.credential(server, first),
        fix: credentialFix(server, finding, first),
      },
    ];
  }
  if (!bucket) return [];
  return [
    {
      key: `${rule} bucket ${bucket.id}`,
      ...{ rule, severity, detail },
      about: bucket.name,
      kind: 'bucket',
      ids: [bucket.id],
      org: orgName(bucket.orgID, { orgs }),
      owner: '',
      to: paths.bucketAccess(server, bucket.id),
      fix: bucketFix(server, rule, bucket),
    },
  ];
}

/** The first bucket that a permission names. */
function ownBucket({ permissions }: Credential): string | undefined {
  return permissions.find(({ resource: { type, id } }) => type === 'buckets' && id)?.resource.id;
}

function credentialFix(
  server: string,
  { rule, credentials }: AccessFinding,
  first: Credential,
): Fix {
  const own = paths.credential(server, first);
  switch (rule) {
    case 'inactive':
      return { label: 'Activate or delete', to: own };
    case 'owner-gone':
      return { label: 'Delete', to: own };
    case 'owner-inactive':
      return { label: 'Activate or delete', to: paths.user(server, first.userID) };
    case 'duplicate':
      return { label: 'Compare', to: paths.compareTokens(server, first.id, credentials[1]?.id) };
    case 'database-nowhere':
      return { label: 'Map a database', to: paths.newDbrp(server, first.orgID, ownBucket(first)) };
    default:
      return first.kind === 'token'
        ? { label: 'Replace', to: paths.replaceToken(server, first.id) }
        : { label: 'Change', to: own };
  }
}

function bucketFix(server: string, rule: AccessFinding['rule'], { id, orgID }: KnownBucket): Fix {
  return rule === 'bucket-without-reader'
    ? {
        label: 'Create a reader token',
        to: paths.newToken(server, { org: orgID, preset: 'grafana-reader', bucket: id }),
      }
    : {
        label: 'Create a writer token',
        to: paths.newToken(server, { org: orgID, preset: 'telegraf-writer', bucket: id }),
      };
}

const columns = ['rule', 'severity', 'kind', 'about', 'ids', 'org', 'owner', 'detail'] as const;

export function findingsCsv(rows: readonly FindingRow[]): string {
  const cells = rows.map(({ ids, ...row }) =>
    columns.map((column) => (column === 'ids' ? ids.join(' ') : row[column])),
  );
  return csvText(columns, cells);
}

export function findingsJson(rows: readonly FindingRow[]): string {
  const plain = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column, row[column]])),
  );
  return `${JSON.stringify(plain, null, 2)}\n`;
}
