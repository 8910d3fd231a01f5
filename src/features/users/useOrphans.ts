import { usePreference } from '@/components/preferences';
import type { Credential } from '@/lib/surroundings';

export interface Orphan {
  kind: Credential['kind'];
  id: string;
  name: string;
  /** Whose it was. */
  user: string;
  /** When the user was deleted, RFC 3339. */
  at: string;
}

interface Orphans {
  orphans: readonly Orphan[];
  remember: (left: readonly Orphan[]) => void;
  forget: (id: string) => void;
}

export function orphansOf(left: readonly Credential[], user: string): Orphan[] {
  const at = new Date().toISOString();
  return left.map(({ kind, id, name }) => ({ kind, id, name, user, at }));
}

const none: readonly Orphan[] = [];

/** What deleted users left behind on a server, as far as it happened in this browser. */
export function useOrphans(server: string): Orphans {
  const [all, setAll] = usePreference('orphans');
  const orphans = all[server] ?? none;
  return {
    orphans,
    remember: (left) =>
      setAll((before) => ({ ...before, [server]: [...(before[server] ?? []), ...left] })),
    forget: (gone) =>
      setAll((before) => ({
        ...before,
        [server]: (before[server] ?? []).filter(({ id }) => id !== gone),
      })),
  };
}
