import { csvText } from '@/lib/csvText';
import { rules } from '@/lib/findings';
import { distinct, permissionText } from '@/lib/permissions';
import type { TokenRow } from './tokenRows';
import { classText } from './tokenSpec';

/** What leaves Headgate of a token: everything but its value. */
function exported(row: TokenRow) {
  return {
    id: row.id,
    description: row.description,
    class: classText(row),
    status: row.status,
    scope: row.scope,
    orgID: row.orgID,
    org: row.org,
    userID: row.userID,
    user: row.user,
    owner: row.owner,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    findings: row.findings.map(({ rule, detail }) => `${rules[rule].title}: ${detail}`),
  };
}

export function tokensAsJson(rows: readonly TokenRow[]): string {
  const tokens = rows.map((row) => ({
    ...exported(row),
    permissions: distinct(row.permissions),
  }));
  return JSON.stringify(tokens, null, 2);
}

/** Permissions as the server prints them, separated by spaces. */
export function tokensAsCsv(rows: readonly TokenRow[]): string {
  const tokens = rows.map((row) => ({
    ...exported(row),
    findings: exported(row).findings.join('; '),
    permissions: distinct(row.permissions).map(permissionText).join(' '),
  }));
  const [first] = tokens;
  return csvText(Object.keys(first ?? {}), tokens.map(Object.values<string>));
}
