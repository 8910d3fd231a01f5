import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { orgCalls, orgMutations, orgQueries } from '@/api/orgs';
import { goneOrg } from '@/components/GoneOrg';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { OrgForm } from './OrgForm';
import type { OrgValues } from './orgValues';
import { changeOf, valuesOf } from './orgValues';
import { useTakenNames } from './useTakenNames';

export function EditOrgPage() {
  return (
    <Section lines={4} explain={goneOrg}>
      <EditOrg />
    </Section>
  );
}

function EditOrg() {
  const { server = '', orgId = '' } = useParams();
  const navigate = useNavigate();
  const { data: org } = useSuspenseQuery(orgQueries.one(orgId));
  const takenNames = useTakenNames();
  const [initial] = useState(() => valuesOf(org));
  const { mutateAsync } = useMutation(orgMutations.update);
  const save = async (values: OrgValues) => {
    const change = changeOf(org, values);
    if (change) await mutateAsync(change);
    await navigate(paths.org(server, orgId));
  };
  const callsOf = (values: OrgValues) => {
    const change = changeOf(org, values);
    return change ? [orgCalls.update(change)] : [];
  };
  return (
    <>
      <PageHeader
        title={`Edit ${org.name}`}
        subtitle="Clients and queries that name the org by its old name stop working when it is renamed."
      />
      <OrgForm
        initial={initial}
        before={valuesOf(org)}
        takenNames={takenNames}
        submitLabel="Save"
        cancelTo={paths.org(server, orgId)}
        onSubmit={save}
        callsOf={callsOf}
      />
    </>
  );
}
