import type { Dbrp, DbrpChange, DbrpDraft } from '@/api/dbrps';
import type { Mapping } from '@/lib/dbrpArbitration';
import { virtualMapping } from '@/lib/dbrpArbitration';
import { dbrpNameProblem } from '@/lib/dbrpNames';

/** What the inputs hold. */
export interface DbrpValues {
  /** By its name; empty while none is picked. */
  bucket: string;
  database: string;
  policy: string;
  isDefault: boolean;
}

export const emptyDbrp: DbrpValues = {
  bucket: '',
  database: '',
  policy: 'autogen',
  isDefault: true,
};

/** As the bucket's own name reads. */
export function suggested(name: string): Omit<DbrpValues, 'isDefault'> {
  const { database, retention_policy: policy } = virtualMapping({ id: '', name });
  return { bucket: name, database, policy: policy.replaceAll(/[/\\]/g, '-') || 'autogen' };
}

export function valuesOf(dbrp: Dbrp, bucket: string): DbrpValues {
  const { database, retention_policy: policy } = dbrp;
  return { bucket, database, policy, isDefault: dbrp.default };
}

export type DbrpProblems = { [Field in keyof DbrpValues]: string | null };

/** `stored`: all other stored mappings of the org. */
export function validateDbrp(
  { bucket, database, policy }: DbrpValues,
  stored: readonly Mapping[],
  bucketName: (id: string) => string,
): DbrpProblems {
  const taken = stored.find(
    (mapping) => mapping.database === database && mapping.retention_policy === policy,
  );
  return {
    bucket: bucket === '' ? 'Pick the bucket' : null,
    database: dbrpNameProblem(database, 'database'),
    policy:
      dbrpNameProblem(policy, 'retention policy') ??
      (taken ? `${database}/${policy} is mapped already, to ${bucketName(taken.bucketID)}` : null),
    isDefault: null,
  };
}

export function draftOf(
  { database, policy, isDefault }: DbrpValues,
  place: { orgID: string; bucketID: string },
): DbrpDraft {
  return { ...place, database, retention_policy: policy, default: isDefault };
}

/** What differs, or nothing. */
export function changeOf(dbrp: Dbrp, { policy, isDefault }: DbrpValues): DbrpChange | undefined {
  const { id, orgID } = dbrp;
  const patch = {
    ...(policy !== dbrp.retention_policy && { retention_policy: policy }),
    ...(isDefault !== dbrp.default && { default: isDefault }),
  };
  return Object.keys(patch).length > 0 ? { id, orgID, patch } : undefined;
}
