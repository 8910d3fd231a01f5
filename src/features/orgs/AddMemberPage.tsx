import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Membership } from '@/api/members';
import { memberCalls, memberMutations, memberQueries } from '@/api/members';
import { orgQueries } from '@/api/orgs';
import { goneOrg } from '@/components/GoneOrg';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { readOf } from '@/lib/permissions';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { MemberForm } from './MemberForm';
import type { MemberValues } from './memberValues';

export function AddMemberPage() {
  return (
    <Section lines={4} explain={goneOrg}>
      <AddMember />
    </Section>
  );
}

function AddMember() {
  const { server = '', orgId = '' } = useParams();
  const navigate = useNavigate();
  const { can } = useCaller();
  const { data: org } = useSuspenseQuery(orgQueries.one(orgId));
  const { data: members } = useSuspenseQuery(memberQueries.inOrg(orgId));
  const taken = useMemo(() => new Set(members.map(({ id }) => id)), [members]);
  const { mutateAsync } = useMutation(memberMutations.add);
  const membershipOf = ({ userID, role }: MemberValues): Membership => ({
    orgID: orgId,
    userID: userID.trim().toLowerCase(),
    role,
  });
  const add = async (values: MemberValues) => {
    await mutateAsync(membershipOf(values));
    await navigate(paths.members(server, orgId));
  };
  return (
    <>
      <PageHeader
        title={`Add a member to ${org.name}`}
        subtitle="Signed in with a password, a member reads everything in the org, an owner writes it too."
      />
      <MemberForm
        taken={taken}
        picksUsers={can(readOf('users')).answer === 'yes'}
        cancelTo={paths.members(server, orgId)}
        onSubmit={add}
        callsOf={(values) => [memberCalls.add(membershipOf(values))]}
      />
    </>
  );
}
