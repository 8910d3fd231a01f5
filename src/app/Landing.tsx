import { Navigate, useParams } from 'react-router-dom';
import { usePreference } from '@/components/preferences';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { paths } from '@/lib/paths';
import { NoOrgSeen } from './NoOrgSeen';
import { useHere } from './useHere';

/** Where a caller goes who asks for nothing in particular on a server. */
export function Landing() {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  const { orgId } = useHere();
  const orgs = useOrgs();
  const [lastOrgs] = usePreference('lastOrgs');
  if (caller.kind === 'v1') {
    const [database] = caller.databases;
    const to =
      database === undefined ? paths.databases(server) : paths.databaseExplorer(server, database);
    return <Navigate to={to} replace />;
  }
  const isChoice = orgs.length > 1 && lastOrgs[server] !== orgId;
  const here = orgs.find(({ id }) => id === orgId);
  if (here && !isChoice) {
    return <Navigate to={paths.home(server, here.id)} replace />;
  }
  if (orgs.length > 0 || caller.isOperator) return <Navigate to={paths.orgs(server)} replace />;
  return <NoOrgSeen server={server} />;
}
