import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { SomeOnly } from '@/components/access/SomeOnly';
import { useSurroundings } from '@/components/useSurroundings';
import { paths } from '@/lib/paths';
import type { Credential } from '@/lib/surroundings';
import { NothingHere } from '@/ui/NothingHere';
import { DataTable } from '@/ui/table/DataTable';
import type { UserCredential } from './userCredentialSpec';
import { userCredential, userCredentialSpec } from './userCredentialSpec';

export function UserCredentials({ own }: { own: readonly Credential[] }) {
  const { server = '' } = useParams();
  const around = useSurroundings();
  const rows = useMemo(() => own.map((one) => userCredential(one, around)), [own, around]);
  const href = useCallback(
    (credential: UserCredential) => paths.credential(server, credential),
    [server],
  );
  return (
    <>
      <DataTable
        spec={userCredentialSpec}
        rows={rows}
        href={href}
        empty={<NothingHere title="This user owns no token and no v1 user" />}
      />
      <SomeOnly />
    </>
  );
}
