import { useLocalStorage } from '@mantine/hooks';
import * as z from 'zod/mini';
import { savedPreset } from '@/lib/presetsSaved';
import { interruptedV1User } from '@/lib/v1Interrupted';

const orphan = z.object({
  kind: z.enum(['token', 'v1 user']),
  id: z.string(),
  name: z.string(),
  user: z.string(),
  /** RFC 3339 */
  at: z.string(),
});

/** Kept in this browser; adding one is one line. Never a secret. */
const preferences = {
  lastServer: z.catch(z.string(), ''),
  /** Org last visited, by server. */
  lastOrgs: z.catch(z.record(z.string(), z.string()), {}),
  /** Where a credential that sees no org writes, by server. */
  writeTargets: z.catch(
    z.record(z.string(), z.object({ org: z.string(), bucket: z.string() })),
    {},
  ),
  /** Tokens and v1 users that deleted users left behind, by server: the server lists them no more. */
  orphans: z.catch(z.record(z.string(), z.array(orphan)), {}),
  /** v1 users on their way from removed to made anew, by server. */
  v1Replacements: z.catch(z.record(z.string(), z.array(interruptedV1User)), {}),
  /** Permissions under names of one's own. */
  tokenPresets: z.catch(z.array(savedPreset), []),
};

type Preferences = { [Name in keyof typeof preferences]: z.output<(typeof preferences)[Name]> };
type Name = keyof Preferences;

function read<N extends Name>(name: N, text: string | undefined | null): Preferences[N] {
  let value: unknown;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    value = undefined;
  }
  return preferences[name].parse(value) as Preferences[N];
}

export function readPreference<N extends Name>(name: N): Preferences[N] {
  return read(name, localStorage.getItem(`headgate.${name}`));
}

export function usePreference<N extends Name>(name: N) {
  return useLocalStorage<Preferences[N]>({
    key: `headgate.${name}`,
    defaultValue: read(name, null),
    deserialize: (text) => read(name, text),
    getInitialValueInEffect: false,
  });
}
