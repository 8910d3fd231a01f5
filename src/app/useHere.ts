import { useParams } from 'react-router-dom';
import { useEffect } from 'react';
import { usePreference } from '@/components/preferences';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';

export interface Here {
  server: string;
  orgId: string | undefined;
  /** Of a v1 user. */
  database: string | undefined;
}

/** Server and org of the screen; on screens without an org, the one last visited, or else written to. */
export function useHere(): Here {
  const { server = '', orgId: inPath, database } = useParams();
  const { caller } = useCaller();
  const [lastOrgs, setLastOrgs] = usePreference('lastOrgs');
  const [writeTargets] = usePreference('writeTargets');
  const orgs = useOrgs();
  const last = orgs.find(({ id }) => id === lastOrgs[server]);
  useEffect(() => {
    if (inPath !== undefined && inPath !== lastOrgs[server]) {
      setLastOrgs((orgs) => ({ ...orgs, [server]: inPath }));
    }
  }, [inPath, lastOrgs, server, setLastOrgs]);
  return {
    server,
    orgId: inPath ?? (last ?? orgs[0])?.id ?? writeTargets[server]?.org,
    database: caller.kind === 'v1' ? (database ?? caller.databases[0]) : undefined,
  };
}
