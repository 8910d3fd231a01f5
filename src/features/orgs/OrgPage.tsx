import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDatabase, IconPencil } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router-dom';
import type { Org } from '@/api/orgs';
import { orgQueries } from '@/api/orgs';
import { ActionButton } from '@/components/ActionButton';
import { RanCalls } from '@/components/RanCalls';
import { paths } from '@/lib/paths';
import { readOf, writeOf } from '@/lib/permissions';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { PageColumns } from '@/ui/PageColumns';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { TimeAgo } from '@/ui/TimeAgo';
import { goneOrg } from '@/components/GoneOrg';
import { DeleteOrgDialog } from './DeleteOrgDialog';
import { isOrgCall } from './isOrgCall';
import { OrgContents } from './OrgContents';
import { OrgMembers } from './OrgMembers';

export function OrgPage() {
  return (
    <Section lines={8} explain={goneOrg}>
      <KnownOrg />
    </Section>
  );
}

function KnownOrg() {
  const { server = '', orgId = '' } = useParams();
  const { data: org } = useSuspenseQuery(orgQueries.one(orgId));
  return (
    <>
      <PageHeader title={org.name} subtitle={org.description}>
        <ActionButton
          needs={readOf('buckets', { orgID: orgId })}
          variant="default"
          to={paths.buckets(server, orgId)}
          leftSection={<IconDatabase size={16} />}
        >
          Buckets
        </ActionButton>
        <ActionButton
          needs={writeOf('orgs', { id: orgId })}
          to={paths.editOrg(server, orgId)}
          leftSection={<IconPencil size={16} />}
        >
          Edit
        </ActionButton>
      </PageHeader>
      <RanCalls about={isOrgCall} />
      <PageColumns
        left={
          <>
            <Section title="Org">
              <OrgFacts org={org} />
            </Section>
            <Section title="Members">
              <OrgMembers orgId={org.id} />
            </Section>
          </>
        }
        right={
          <>
            <Section title="Holds">
              <OrgContents orgId={org.id} />
            </Section>
            <Section title="Danger">
              <Danger org={org} />
            </Section>
          </>
        }
      />
    </>
  );
}

function OrgFacts({ org }: { org: Org }) {
  return (
    <Facts
      facts={[
        ['Id', <Id key="id" id={org.id} of="org" />],
        ['Created', <TimeAgo key="created" time={org.createdAt} />],
        ['Updated', <TimeAgo key="updated" time={org.updatedAt} />],
      ]}
    />
  );
}

function Danger({ org }: { org: Org }) {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Group justify="space-between" gap="sm">
      <Text c="dimmed">Deletes the org with all its buckets and their points.</Text>
      <ActionButton
        needs={writeOf('orgs', { id: org.id })}
        variant="outline"
        color="danger"
        onClick={open}
      >
        Delete org
      </ActionButton>
      {opened && (
        <DeleteOrgDialog org={org} onClose={close} onDeleted={() => navigate(paths.orgs(server))} />
      )}
    </Group>
  );
}
