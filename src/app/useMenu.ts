import type { Feature } from '@/components/feature';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { mayAnyBucket } from '@/lib/capability';
import { ownLetters } from '@/lib/ownLetters';
import { paths } from '@/lib/paths';
import { features } from './features';
import { useHere } from './useHere';

export interface MenuItem {
  feature: Feature;
  to: string;
  /** Why it cannot be opened. */
  obstacle: string | undefined;
  /** The letter after `g`. */
  shortcut: string | undefined;
}

function below(base: string, path: string): string {
  return path === '' ? base : `${base}/${path}`;
}

/** What this caller can go to from here: a v1 user the databases, everybody else the rest. */
export function useMenu(): MenuItem[] {
  const { server, orgId, database } = useHere();
  const { caller, can } = useCaller();
  const isSeen = useOrgs().some(({ id }) => id === orgId) || caller.isOperator;
  const bases: Record<Feature['scope'], string> = {
    server: paths.server(server),
    org: orgId === undefined ? paths.server(server) : paths.home(server, orgId),
    database: database === undefined ? paths.databases(server) : paths.database(server, database),
  };
  const shown = features.filter(
    ({ scope, isUnlisted }) => !isUnlisted && (scope === 'database') === (caller.kind === 'v1'),
  );
  const letters = ownLetters(shown.map(({ label }) => label));
  return shown.map((feature, index) => ({
    feature,
    to: below(bases[feature.scope], feature.path),
    obstacle: obstacleOf(feature),
    shortcut: letters[index],
  }));

  function obstacleOf({ scope, needs, needsBucket }: Feature): string | undefined {
    if (scope === 'org' && orgId === undefined) return 'This credential sees no org';
    if (scope === 'org' && !isSeen && needsBucket !== 'write') {
      return 'This credential does not see the org: it can only write to it';
    }
    if (needsBucket && !mayAnyBucket(caller, needsBucket)) {
      return `This credential may ${needsBucket} no bucket`;
    }
    const needed = needs?.({ orgId: orgId ?? '' });
    const capability = needed && can(needed);
    return capability?.answer === 'no' ? capability.reason : undefined;
  }
}
