/** How long this thread works before others have their turn. */
const sliceMs = 10;

/** Lets the page answer to clicks and keys in between. */
export function nextTask(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}

/** All that the steps give, with pauses in which the page answers to clicks and keys. */
export async function inSlices<Item>(
  steps: Iterable<readonly Item[]>,
  signal: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = [];
  let since = performance.now();
  for (const some of steps) {
    for (const item of some) items.push(item);
    if (performance.now() - since < sliceMs) continue;
    await nextTask();
    signal.throwIfAborted();
    since = performance.now();
  }
  return items;
}
