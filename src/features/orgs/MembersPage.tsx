import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { orgQueries } from '@/api/orgs';
import { FlowWords } from '@/components/FlowWords';
import { goneOrg } from '@/components/GoneOrg';
import { RanCalls } from '@/components/RanCalls';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { AddMember } from './AddMember';
import { isMemberCall } from './isOrgCall';
import { MemberTable } from './MemberTable';

export function MembersPage() {
  return (
    <FlowWords>
      <Section lines={8} explain={goneOrg}>
        <Members />
      </Section>
    </FlowWords>
  );
}

function Members() {
  const { orgId = '' } = useParams();
  const { data: org } = useSuspenseQuery(orgQueries.one(orgId));
  return (
    <>
      <PageHeader
        title={`Members of ${org.name}`}
        subtitle="Roles count for whoever signs in with a password: members read everything in the org, owners write it too. Tokens and v1 users hold permissions of their own, whatever the role of their owner."
      />
      <RanCalls about={isMemberCall} />
      <Stack gap="xl">
        <Section lines={4}>
          <MemberTable org={org} />
        </Section>
        <Section title="Add a member">
          <AddMember org={org} />
        </Section>
      </Stack>
    </>
  );
}
