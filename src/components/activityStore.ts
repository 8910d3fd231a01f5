import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { Activity } from '@/lib/activity';
import { outcomes, withEntry } from '@/lib/activity';

const key = 'headgate.activity';

const call = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z.string(),
  query: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  body: z.optional(z.unknown()),
  secrets: z.optional(z.array(z.string())),
});

const entry = z.object({
  id: z.string(),
  at: z.string(),
  server: z.string(),
  who: z.string(),
  action: z.string(),
  what: z.optional(z.string()),
  outcome: z.enum(outcomes),
  words: z.string(),
  calls: z.array(call),
  callCount: z.number(),
});

let known: { text: string; entries: readonly Activity[] } = { text: '', entries: [] };
const listeners = new Set<() => void>();

function parsed(text: string): Activity[] {
  try {
    const rows: unknown = JSON.parse(text);
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row) => {
      const read = entry.safeParse(row);
      return read.success ? [read.data as Activity] : [];
    });
  } catch {
    return [];
  }
}

function readActivity(): readonly Activity[] {
  const text = localStorage.getItem(key) ?? '';
  if (text !== known.text) known = { text, entries: text === '' ? [] : parsed(text) };
  return known.entries;
}

/** Where the browser keeps no more, the older half makes room. */
function keep(entries: readonly Activity[]): void {
  try {
    const text = JSON.stringify(entries);
    localStorage.setItem(key, text);
    known = { text, entries };
  } catch {
    if (entries.length > 1) keep(entries.slice(Math.ceil(entries.length / 2)));
  }
}

export function addActivity(added: Activity): void {
  keep(withEntry(readActivity(), added));
  for (const listener of listeners) listener();
}

export function clearActivity(): void {
  localStorage.removeItem(key);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Oldest first; of every tab of this browser. */
export function useActivity(): readonly Activity[] {
  return useSyncExternalStore(subscribe, readActivity);
}
