import { useParams } from 'react-router-dom';
import { useEffect } from 'react';
import { usePreference } from '@/components/preferences';
import { useOrgs } from '@/components/useOrgs';

/** Server and org of the screen; on screens without an org, the one last visited. */
export function useHere(): { server: string; orgId: string | undefined } {
  const { server = '', orgId: inPath } = useParams();
  const [lastOrgs, setLastOrgs] = usePreference('lastOrgs');
  const orgs = useOrgs();
  const last = orgs.find(({ id }) => id === lastOrgs[server]);
  useEffect(() => {
    if (inPath !== undefined && inPath !== lastOrgs[server]) {
      setLastOrgs((orgs) => ({ ...orgs, [server]: inPath }));
    }
  }, [inPath, lastOrgs, server, setLastOrgs]);
  return { server, orgId: inPath ?? (last ?? orgs[0])?.id };
}
