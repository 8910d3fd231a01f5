import { cutPage, sortByID } from '@/demo/paging';
import type { Page } from '@/demo/paging';
import type { BucketRecord, DemoState } from '@/demo/state';
import { byByteOrder } from './byteOrder';

/** One page, before permissions: ordered by name within an org, else by id. */
export function bucketPage(
  state: DemoState,
  filter: { orgID?: string | undefined; name?: string | undefined },
  page: Page,
): BucketRecord[] {
  const { orgID, name } = filter;
  const found = [...state.buckets.values()].filter(
    (bucket) =>
      (orgID === undefined || bucket.orgID === orgID) &&
      (name === undefined || bucket.name === name),
  );
  const sorted = orgID === undefined ? sortByID(found, page) : sortByName(state, found, page);
  return cutPage(sorted, page);
}

/** `after` is the id of the last bucket seen. */
function sortByName(
  state: DemoState,
  buckets: BucketRecord[],
  { after, descending }: Page,
): BucketRecord[] {
  const direction = descending ? -1 : 1;
  const sorted = buckets.sort((a, b) => direction * byByteOrder(a.name, b.name));
  if (after === undefined) return sorted;
  const last = state.buckets.get(after)?.name;
  if (last === undefined) return [];
  return sorted.filter(({ name }) => direction * byByteOrder(name, last) > 0);
}
