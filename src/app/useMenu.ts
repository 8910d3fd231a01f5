import type { Feature } from '@/components/feature';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { features } from './features';
import { useHere } from './useHere';

export interface MenuItem {
  feature: Feature;
  to: string;
  /** Why it cannot be opened. */
  obstacle: string | undefined;
}

function below(base: string, path: string): string {
  return path === '' ? base : `${base}/${path}`;
}

/** Where every feature stands for this caller, here. */
export function useMenu(): MenuItem[] {
  const { server, orgId } = useHere();
  const { caller, can } = useCaller();
  const bases: Record<Feature['scope'], string> = {
    server: paths.server(server),
    org: orgId === undefined ? paths.server(server) : paths.home(server, orgId),
    database: paths.databases(server),
  };
  return features.map((feature) => {
    const to = below(bases[feature.scope], feature.path);
    return { feature, to, obstacle: obstacleOf(feature) };
  });

  function obstacleOf({ scope, needs }: Feature): string | undefined {
    const isV1 = caller.kind === 'v1';
    if (isV1 !== (scope === 'database')) {
      return isV1 ? 'v1 users may use only the 1.x paths' : undefined;
    }
    if (scope === 'org' && orgId === undefined) return 'This credential sees no org';
    const needed = needs?.({ orgId: orgId ?? '' });
    const capability = needed && can(needed);
    return capability?.answer === 'no' ? capability.reason : undefined;
  }
}
