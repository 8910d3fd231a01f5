import { IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { isMemberCall } from '@/api/members';
import { orgQueries } from '@/api/orgs';
import { ActionButton } from '@/components/ActionButton';
import { FlowWords } from '@/components/FlowWords';
import { goneOrg } from '@/components/GoneOrg';
import { RanCalls } from '@/components/RanCalls';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
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
  const { server = '', orgId = '' } = useParams();
  const { data: org } = useSuspenseQuery(orgQueries.one(orgId));
  return (
    <>
      <PageHeader
        title={`Members of ${org.name}`}
        subtitle="Roles count for whoever signs in with a password: members read everything in the org, owners write it too. Tokens and v1 users hold permissions of their own, whatever the role of their owner."
      >
        <ActionButton
          needs={writeOf('orgs', { orgID: orgId, id: orgId })}
          to={paths.addMember(server, orgId)}
          leftSection={<IconPlus size={16} />}
        >
          Add member
        </ActionButton>
      </PageHeader>
      <RanCalls about={isMemberCall} />
      <Section lines={4}>
        <MemberTable org={org} />
      </Section>
    </>
  );
}
