import { IconPlus } from '@tabler/icons-react';
import { useParams } from 'react-router-dom';
import { ActionButton } from '@/components/ActionButton';
import { RanCalls } from '@/components/RanCalls';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { isOrgCall } from './isOrgCall';
import { OrgTable } from './OrgTable';

export function OrgsPage() {
  const { server = '' } = useParams();
  return (
    <>
      <PageHeader title="Orgs">
        <ActionButton
          needs={writeOf('orgs')}
          to={paths.newOrg(server)}
          leftSection={<IconPlus size={16} />}
        >
          Create org
        </ActionButton>
      </PageHeader>
      <RanCalls about={isOrgCall} />
      <Section lines={6}>
        <OrgTable />
      </Section>
    </>
  );
}
