import { useParams } from 'react-router-dom';
import { isNotFound } from '@/api/errors';
import { paths } from '@/lib/paths';
import { NoSuch } from '@/ui/NoSuch';

export function goneOrg(error: unknown) {
  return isNotFound(error) ? <GoneOrg /> : undefined;
}

export function GoneOrg() {
  const { server = '', orgId = '' } = useParams();
  return (
    <NoSuch title="No such org" to={paths.orgs(server)} list="the orgs">
      This server has no org with the id {orgId}.
    </NoSuch>
  );
}
