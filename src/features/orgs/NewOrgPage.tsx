import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router-dom';
import { orgCalls, orgMutations } from '@/api/orgs';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { OrgForm } from './OrgForm';
import type { OrgValues } from './orgValues';
import { draftOf, emptyOrg } from './orgValues';
import { useTakenNames } from './useTakenNames';

export function NewOrgPage() {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const takenNames = useTakenNames();
  const { mutateAsync } = useMutation(orgMutations.create);
  const create = async (values: OrgValues) => {
    const { id } = await mutateAsync(draftOf(values));
    await navigate(paths.org(server, id));
  };
  return (
    <>
      <PageHeader
        title="New org"
        subtitle="The user of this credential becomes its owner; the server adds the buckets _tasks and _monitoring."
      />
      <OrgForm
        initial={emptyOrg}
        takenNames={takenNames}
        submitLabel="Create org"
        cancelTo={paths.orgs(server)}
        onSubmit={create}
        callsOf={(values) => [orgCalls.create(draftOf(values))]}
      />
    </>
  );
}
