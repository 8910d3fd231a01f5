import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { basePath } from '@/api/client';
import { keepSecret, keptSecret, keptSecretNames } from '@/api/credentialStore';
import type { ReplacementEvent } from '@/lib/replacement';
import { isUnfinished, reduceReplacement } from '@/lib/replacement';
import type { Replacement } from '@/lib/replacementRecord';
import { replacementSchema, secretOf, withoutSecret, withSecret } from '@/lib/replacementRecord';

/** `tab`: the one that has sent what is running. */
const entrySchema = z.object({ tab: z.string(), replacement: replacementSchema });
type Entry = z.output<typeof entrySchema>;

/** By server and id of the old token, without secrets: for every tab of this browser. */
const sharedSchema = z.catch(z.record(z.string(), z.catch(z.optional(entrySchema), undefined)), {});
type Shared = z.output<typeof sharedSchema>;

const none: readonly Replacement[] = [];

function sharedKey(server: string): string {
  return `headgate.replacements:${basePath()}:${server}`;
}

function draftKey(server: string): string {
  return `headgate.replacementDrafts:${basePath()}:${server}`;
}

function entriesIn(text: string | null): Shared {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    value = {};
  }
  return sharedSchema.parse(value);
}

/** Survives a reload, and tells this tab from those beside it. */
function thisTab(): string {
  const key = 'headgate.tab';
  const known = sessionStorage.getItem(key);
  if (known !== null) return known;
  const made = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join(
    '',
  );
  sessionStorage.setItem(key, made);
  return made;
}

/** What this page itself has sent and not heard of yet. */
const sent = new Set<string>();
const listeners = new Set<() => void>();

interface Cached {
  shared: string | null;
  drafts: string | null;
  byToken: Map<string, Replacement>;
  unfinished: readonly Replacement[];
}

const cache = new Map<string, Cached>();

function withKnownSecret(server: string, replacement: Replacement): Replacement {
  const secret = keptSecret(server, replacement.old.id);
  return secret === undefined ? replacement : withSecret(replacement, secret);
}

function hasSameSecrets(server: string, { byToken }: Cached): boolean {
  return [...byToken].every(([id, replacement]) => {
    return !('made' in replacement) || secretOf(replacement) === keptSecret(server, id);
  });
}

function load(server: string): Cached {
  const shared = localStorage.getItem(sharedKey(server));
  const drafts = sessionStorage.getItem(draftKey(server));
  const before = cache.get(server);
  const isSame = before?.shared === shared && before.drafts === drafts;
  if (isSame && hasSameSecrets(server, before)) return before;
  const entries = { ...entriesIn(drafts), ...entriesIn(shared) };
  const replacements = Object.values(entries).flatMap((entry) =>
    entry ? [withKnownSecret(server, entry.replacement)] : [],
  );
  const unfinished = replacements.filter(isUnfinished);
  const byToken = new Map(replacements.map((each) => [each.old.id, each]));
  const loaded = { shared, drafts, byToken, unfinished: unfinished.length > 0 ? unfinished : none };
  cache.set(server, loaded);
  return loaded;
}

function change(storage: Storage, key: string, tokenId: string, entry: Entry | undefined): void {
  const { [tokenId]: _before, ...others } = entriesIn(storage.getItem(key));
  const next = entry ? { ...others, [tokenId]: entry } : others;
  if (Object.keys(next).length === 0) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify(next));
}

function save(server: string, replacement: Replacement): void {
  const { id } = replacement.old;
  const isShared = isUnfinished(replacement);
  const entry = { tab: thisTab(), replacement: withoutSecret(replacement) };
  keepSecret(server, id, isShared ? secretOf(replacement) : undefined);
  change(localStorage, sharedKey(server), id, isShared ? entry : undefined);
  change(sessionStorage, draftKey(server), id, isShared ? undefined : entry);
  cache.delete(server);
  for (const listener of listeners) listener();
}

export function replacementOf(server: string, tokenId: string): Replacement | undefined {
  return load(server).byToken.get(tokenId);
}

export function beginStored(server: string, replacement: Replacement): void {
  save(server, replacement);
}

/** The state after the event, kept. Undefined where nothing was begun. */
export function dispatch(
  server: string,
  tokenId: string,
  event: ReplacementEvent,
): Replacement | undefined {
  const before = replacementOf(server, tokenId);
  if (!before) return undefined;
  const next = reduceReplacement(before, event);
  if (next === before) return before;
  save(server, next);
  return replacementOf(server, tokenId);
}

/** Ends what is remembered of it, in every tab. */
export function forgetReplacement(server: string, tokenId: string): void {
  keepSecret(server, tokenId, undefined);
  change(localStorage, sharedKey(server), tokenId, undefined);
  change(sessionStorage, draftKey(server), tokenId, undefined);
  cache.delete(server);
  for (const listener of listeners) listener();
}

/** Runs a task as this page's own: another page, or this one after a reload, cannot hear its answer. */
export async function whileSent(server: string, tokenId: string, task: () => Promise<void>) {
  const key = `${server}/${tokenId}`;
  sent.add(key);
  try {
    await task();
  } finally {
    sent.delete(key);
  }
}

/** here: its answer will come. lost: this tab was reloaded. elsewhere: another tab has sent it. */
export function whereRuns(server: string, tokenId: string): 'here' | 'lost' | 'elsewhere' {
  if (sent.has(`${server}/${tokenId}`)) return 'here';
  const entry = entriesIn(localStorage.getItem(sharedKey(server)))[tokenId];
  return entry && entry.tab !== thisTab() ? 'elsewhere' : 'lost';
}

/** Another tab has changed them: of those that it has ended, this tab has no secret to keep. */
function dropEnded({ key, newValue }: StorageEvent): void {
  const prefix = sharedKey('');
  if (!key?.startsWith(prefix)) return;
  const server = key.slice(prefix.length);
  const entries = entriesIn(newValue);
  for (const tokenId of keptSecretNames(server)) {
    if (!entries[tokenId]) keepSecret(server, tokenId, undefined);
  }
}

function subscribe(listener: () => void): () => void {
  const changed = (event: StorageEvent) => {
    dropEnded(event);
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', changed);
  };
}

export function useStoredReplacement(server: string, tokenId: string): Replacement | undefined {
  return useSyncExternalStore(subscribe, () => replacementOf(server, tokenId));
}

/** Those that wait for somebody, in this or any other tab. */
export function useUnfinished(server: string): readonly Replacement[] {
  return useSyncExternalStore(subscribe, () => load(server).unfinished);
}
