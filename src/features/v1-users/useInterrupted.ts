import { useParams } from 'react-router-dom';
import { usePreference } from '@/components/preferences';
import type { InterruptedV1User } from '@/lib/v1Interrupted';

export interface Interrupted {
  all: readonly InterruptedV1User[];
  remember: (v1User: InterruptedV1User) => void;
  forget: (id: string) => void;
}

/** Replacements that were begun in this browser and have not ended: the page may be closed in the middle. */
export function useInterrupted(): Interrupted {
  const { server = '' } = useParams();
  const [byServer, setByServer] = usePreference('v1Replacements');
  const change = (edit: (all: InterruptedV1User[]) => InterruptedV1User[]) =>
    setByServer((known) => ({ ...known, [server]: edit(known[server] ?? []) }));
  return {
    all: byServer[server] ?? [],
    remember: (v1User) =>
      change((all) => [...all.filter(({ name }) => name !== v1User.name), v1User]),
    forget: (id) => change((all) => all.filter((one) => one.id !== id)),
  };
}
