import type { FindOptions } from '@/demo/findOptions';
import type { BucketRecord, DemoState } from '@/demo/state';
import { byByteOrder } from './byteOrder';

/** One page, before permissions: ordered by name within an org, else by id. */
export function bucketPage(
  state: DemoState,
  filter: { orgID?: string | undefined; name?: string | undefined },
  options: FindOptions,
): BucketRecord[] {
  const { orgID, name } = filter;
  const found = [...state.buckets.values()].filter(
    (bucket) =>
      (orgID === undefined || bucket.orgID === orgID) &&
      (name === undefined || bucket.name === name),
  );
  const ordered =
    orgID === undefined
      ? found.sort((a, b) => byByteOrder(a.id, b.id))
      : found.sort((a, b) => byByteOrder(a.name, b.name));
  if (options.descending) ordered.reverse();
  const rest =
    options.after === undefined
      ? ordered
      : ordered.filter(isAfter(state, options.after, orgID !== undefined, options.descending));
  const offset = Math.max(0, options.offset);
  return rest.slice(offset, offset + options.limit);
}

/** `after` is an id. Descending lists by id start at the id that follows it, so they show it again. */
function isAfter(
  state: DemoState,
  after: string,
  byName: boolean,
  descending: boolean,
): (bucket: BucketRecord) => boolean {
  if (!byName) {
    const id = BigInt(`0x${after}`);
    return descending
      ? (bucket) => BigInt(`0x${bucket.id}`) <= id + 1n
      : (bucket) => bucket.id > after;
  }
  const name = state.buckets.get(after)?.name;
  if (name === undefined) return () => false;
  return descending
    ? (bucket) => byByteOrder(bucket.name, name) < 0
    : (bucket) => byByteOrder(bucket.name, name) > 0;
}
