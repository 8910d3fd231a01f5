import type { AuthorizationRecord, Permission } from '@/demo/state';
import type { TestDemo } from '@/demo/testing';

/** What tests of v1 users look up and make in their demo. */
export function bucketNamed({ state }: TestDemo, name: string) {
  const found = [...state.buckets.values()].find((bucket) => bucket.name === name);
  if (!found) throw new Error(`no bucket ${name}`);
  return found;
}

export function v1UserNamed({ state }: TestDemo, name: string): AuthorizationRecord | undefined {
  return [...state.v1Users.values()].find(({ token }) => token === name);
}

export function onBucket(
  demo: TestDemo,
  name: string,
  ...actions: Permission['action'][]
): Permission[] {
  const { id, orgID } = bucketNamed(demo, name);
  return actions.map((action) => ({ action, resource: { type: 'buckets', id, orgID } }));
}
