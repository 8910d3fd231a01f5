import { Button, Group } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { useState } from 'react';
import { ActionButton } from '@/components/ActionButton';
import { useCaller } from '@/components/useCaller';
import { changeObstacle } from '@/lib/changeNeeds';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { ChangeTokenDialog } from './ChangeTokenDialog';
import type { TokenRow } from './tokenRows';
import { useTokenStatus } from './useTokenStatus';

export interface TokenActionsProps {
  row: TokenRow;
  onRename: () => void;
}

export function TokenActions({ row, onRename }: TokenActionsProps) {
  const { server = '' } = useParams();
  const { can } = useCaller();
  const { activate } = useTokenStatus();
  const [isDeactivating, setDeactivating] = useState(false);
  const { id, orgID } = row;
  const change = {
    needs: writeOf('authorizations', { orgID, id }),
    disabledReason: changeObstacle(row, can),
    variant: 'default',
  };
  const create = writeOf('authorizations', { orgID });
  return (
    <Group gap="xs">
      <ActionButton {...change} onClick={onRename}>
        Rename
      </ActionButton>
      {row.status === 'active' ? (
        <ActionButton {...change} onClick={() => setDeactivating(true)}>
          Deactivate
        </ActionButton>
      ) : (
        <ActionButton {...change} onClick={() => activate(row)}>
          Activate
        </ActionButton>
      )}
      <Button variant="default" component={Link} to={paths.compareTokens(server, id)}>
        Compare
      </Button>
      <ActionButton needs={create} variant="default" to={paths.newToken(server, { like: id })}>
        Clone
      </ActionButton>
      <ActionButton needs={create} to={paths.replaceToken(server, id)}>
        Replace with changes
      </ActionButton>
      {isDeactivating && (
        <ChangeTokenDialog
          action="deactivate"
          row={row}
          onClose={() => setDeactivating(false)}
          onDone={() => setDeactivating(false)}
        />
      )}
    </Group>
  );
}
