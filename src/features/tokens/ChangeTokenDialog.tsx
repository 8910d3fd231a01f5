import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { runCall, tokenMutations } from '@/api/tokens';
import { RequestPreview } from '@/components/RequestPreview';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Consequences } from './Consequences';
import type { TokenRow } from './tokenRows';
import { tokenName } from './tokenSpec';
import { useTokenStatus } from './useTokenStatus';

export interface ChangeTokenDialogProps {
  action: 'deactivate' | 'delete';
  row: TokenRow;
  onClose: () => void;
  onDone: () => void | Promise<void>;
}

const verbs = { deactivate: 'Deactivate', delete: 'Delete' };
const longest = 60;

/** What has to be typed: the description, or the id where that is hard to type. */
export function typedNameOf({ description, id }: Pick<TokenRow, 'description' | 'id'>): string {
  const isEasy = description.trim() === description && description.length <= longest;
  return isEasy && description !== '' ? description : id;
}

export function ChangeTokenDialog({ action, row, onClose, onDone }: ChangeTokenDialogProps) {
  const { deactivate } = useTokenStatus();
  const { mutateAsync: remove } = useMutation(tokenMutations.remove);
  const isGrave = action === 'delete' || row.own !== 'no' || row.isLastOperator;
  const change = action === 'delete' ? () => remove(row.id) : () => deactivate(row);
  return (
    <ConfirmDialog
      title={`${verbs[action]} token ${tokenName(row)}`}
      opened
      onClose={onClose}
      confirmLabel={`${verbs[action]} token`}
      typedName={isGrave ? typedNameOf(row) : undefined}
      onConfirm={() => change().then(onDone)}
    >
      <Stack gap="sm">
        <Consequences action={action} rows={[row]} />
        <RequestPreview calls={[runCall(action, row.id)]} />
      </Stack>
    </ConfirmDialog>
  );
}
