import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { dbrpCalls, dbrpMutations } from '@/api/dbrps';
import { afterCreate } from '@/lib/dbrpArbitration';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { DbrpForm } from './DbrpForm';
import type { DbrpValues } from './dbrpValues';
import { draftOf, emptyDbrp, suggested } from './dbrpValues';
import { useMappedOrg } from './useMappedOrg';

export function NewDbrpPage() {
  return (
    <>
      <PageHeader
        title="New mapping"
        subtitle="A database and retention policy that lead to a bucket"
      />
      <Section lines={6}>
        <NewDbrp />
      </Section>
    </>
  );
}

function NewDbrp() {
  const { server = '', orgId = '' } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const org = useMappedOrg(orgId);
  const { mutateAsync } = useMutation(dbrpMutations.create);
  const start = org.buckets.find(({ id }) => id === params.get('bucket'));
  const initial = start ? { ...emptyDbrp, ...suggested(start.name) } : emptyDbrp;
  const database = params.get('database') ?? initial.database;
  const bucketIdOf = ({ bucket }: DbrpValues) =>
    org.buckets.find(({ name }) => name === bucket)?.id ?? '';
  const draft = (values: DbrpValues) =>
    draftOf(values, { orgID: orgId, bucketID: bucketIdOf(values) });
  const create = async (values: DbrpValues) => {
    const { id } = await mutateAsync(draft(values));
    await navigate(paths.dbrp(server, orgId, id));
  };
  return (
    <DbrpForm
      org={org}
      initial={{ ...initial, database }}
      submitLabel="Create mapping"
      cancelTo={paths.dbrps(server, orgId)}
      onSubmit={create}
      callsOf={(values) => [dbrpCalls.create(draft(values))]}
      afterOf={(values) => afterCreate(org.stored, draft(values), newest)}
    />
  );
}

/** Ids of mappings grow: the next one stands behind all there are. */
const newest = 'ffffffffffffffff';
