import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import type { Dbrp } from '@/api/dbrps';
import { dbrpCalls, dbrpMutations } from '@/api/dbrps';
import { useCaller } from '@/components/useCaller';
import { afterUpdate } from '@/lib/dbrpArbitration';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { DbrpForm } from './DbrpForm';
import type { DbrpValues } from './dbrpValues';
import { changeOf, valuesOf } from './dbrpValues';
import type { SeenMappings } from './useMappedOrg';

export interface EditDbrpProps {
  org: SeenMappings;
  /** Stored; the server answers a change of a virtual one with 200 and leaves a broken record. */
  dbrp: Dbrp;
}

export function EditDbrp({ org, dbrp }: EditDbrpProps) {
  const { server = '', orgId = '' } = useParams();
  const { mutateAsync } = useMutation(dbrpMutations.update);
  const { answer, reason } = useCaller().can(
    writeOf('buckets', { orgID: orgId, id: dbrp.bucketID }),
  );
  if (answer === 'no') return <Text c="dimmed">{reason}</Text>;
  const save = async (values: DbrpValues) => {
    const change = changeOf(dbrp, values);
    if (change) await mutateAsync(change);
  };
  return (
    <DbrpForm
      org={org}
      before={dbrp}
      initial={valuesOf(dbrp, org.bucketName(dbrp.bucketID))}
      submitLabel="Save"
      cancelTo={paths.dbrps(server, orgId)}
      onSubmit={save}
      callsOf={(values) => {
        const change = changeOf(dbrp, values);
        return change ? [dbrpCalls.update(change)] : [];
      }}
      afterOf={(values) => afterUpdate(org.stored, dbrp.id, changeOf(dbrp, values)?.patch ?? {})}
    />
  );
}
