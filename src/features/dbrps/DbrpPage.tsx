import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useNavigate, useParams } from 'react-router-dom';
import type { Dbrp } from '@/api/dbrps';
import { ActionButton } from '@/components/ActionButton';
import { RanCalls } from '@/components/RanCalls';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { NoSuch } from '@/ui/NoSuch';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { DeleteDbrpDialog } from './DeleteDbrpDialog';
import { EditDbrp } from './EditDbrp';
import { isDbrpCall } from './isDbrpCall';
import { mappingName } from './mappingName';
import type { SeenMappings } from './useMappedOrg';
import { useMappedOrg } from './useMappedOrg';

export function DbrpPage() {
  return (
    <Section lines={8}>
      <KnownDbrp />
    </Section>
  );
}

function KnownDbrp() {
  const { orgId = '', dbrpId = '' } = useParams();
  const org = useMappedOrg(orgId);
  const dbrp = org.mappings.find(({ id }) => id === dbrpId);
  if (!dbrp) return <GoneDbrp />;
  return (
    <>
      <PageHeader
        title={mappingName(dbrp)}
        badge={dbrp.virtual ? 'from the name of the bucket' : 'stored mapping'}
      />
      <RanCalls about={isDbrpCall} />
      <Stack gap="xl">
        <Section title="Mapping">
          <DbrpFacts org={org} dbrp={dbrp} />
        </Section>
        {dbrp.virtual ? (
          <Section title="Change">
            <Virtual dbrp={dbrp} />
          </Section>
        ) : (
          <>
            <Section title="Change">
              <EditDbrp key={JSON.stringify(dbrp)} org={org} dbrp={dbrp} />
            </Section>
            <Section title="Danger">
              <Danger dbrp={dbrp} />
            </Section>
          </>
        )}
      </Stack>
    </>
  );
}

function DbrpFacts({ org, dbrp }: { org: SeenMappings; dbrp: Dbrp }) {
  const { server = '', orgId = '' } = useParams();
  return (
    <Facts
      facts={[
        ...(dbrp.virtual ? [] : [['Id', <Id key="id" id={dbrp.id} of="mapping" />] as const]),
        ['Database', dbrp.database],
        ['Retention policy', dbrp.retention_policy],
        [
          'Bucket',
          <Anchor
            key="bucket"
            component={Link}
            to={paths.bucket(server, orgId, dbrp.bucketID)}
            size="sm"
          >
            {org.bucketName(dbrp.bucketID)}
          </Anchor>,
        ],
        ['Default', dbrp.default ? 'yes' : 'no: requests must name the retention policy'],
      ]}
    />
  );
}

function Virtual({ dbrp }: { dbrp: Dbrp }) {
  const { server = '', orgId = '' } = useParams();
  return (
    <Group justify="space-between" gap="sm">
      <Text c="dimmed" maw={640}>
        The server computes this mapping from the name of the bucket. It cannot be changed or
        deleted: a stored mapping of the same names takes its place.
      </Text>
      <ActionButton
        needs={writeOf('buckets', { orgID: orgId, id: dbrp.bucketID })}
        variant="default"
        to={paths.newDbrp(server, orgId, dbrp.bucketID)}
      >
        Store a mapping
      </ActionButton>
    </Group>
  );
}

function Danger({ dbrp }: { dbrp: Dbrp }) {
  const { server = '', orgId = '' } = useParams();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Group justify="space-between" gap="sm">
      <Text c="dimmed">Clients may stop to find the database. The bucket stays.</Text>
      <ActionButton
        needs={writeOf('buckets', { orgID: orgId, id: dbrp.bucketID })}
        variant="outline"
        color="danger"
        onClick={open}
      >
        Delete mapping
      </ActionButton>
      {opened && (
        <DeleteDbrpDialog
          dbrp={dbrp}
          onClose={close}
          onDeleted={() => navigate(paths.dbrps(server, orgId))}
        />
      )}
    </Group>
  );
}

function GoneDbrp() {
  const { server = '', orgId = '', dbrpId = '' } = useParams();
  return (
    <NoSuch title="No such mapping" to={paths.dbrps(server, orgId)} list="the mappings">
      There is none with the id {dbrpId}, or this credential may not read its bucket.
    </NoSuch>
  );
}
