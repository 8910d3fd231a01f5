import { sortByID } from '@/demo/paging';
import type { Page } from '@/demo/paging';
import type { BucketRecord, DemoState } from '@/demo/state';
import { compareBytes } from '@/lib/byteOrder';

/** One page, before permissions: ordered by name within an org, else by id. */
export function bucketPage(
  state: DemoState,
  filter: { orgID?: string | undefined; name?: string | undefined },
  page: Page,
): BucketRecord[] {
  const { orgID, name } = filter;
  if (orgID !== undefined) return pageOfOrg(state, orgID, page);
  // The offset counts buckets of other names too.
  return sortByID(state.buckets.values(), page)
    .slice(Math.max(page.offset, 0))
    .filter((bucket) => name === undefined || bucket.name === name)
    .slice(0, page.limit);
}

/** `after` is the id of the last bucket seen, looked for behind the offset. */
function pageOfOrg(
  state: DemoState,
  orgID: string,
  { after, descending, offset, limit }: Page,
): BucketRecord[] {
  const direction = descending ? -1 : 1;
  const rest = [...state.buckets.values()]
    .filter((bucket) => bucket.orgID === orgID)
    .sort((a, b) => direction * compareBytes(a.name, b.name))
    .slice(Math.max(offset, 0));
  if (after === undefined) return rest.slice(0, limit);
  const seen = rest.findIndex(({ id }) => id === after);
  return seen < 0 ? [] : rest.slice(seen + 1, seen + 1 + limit);
}
