import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { describe } from '@/api/errors';
import { tokenMutations } from '@/api/tokens';
import { undoToast } from '@/ui/undoToast';
import { tokenName } from './tokenSpec';
import type { TokenRow } from './tokenRows';

type Flipped = Pick<TokenRow, 'id' | 'description' | 'own'>;

export interface TokenStatus {
  /** Rejects when the server refuses. */
  deactivate: (row: Flipped) => Promise<void>;
  /** Says itself when the server refuses. */
  activate: (row: Flipped) => void;
}

/** Both can be undone, but for a credential that has locked itself out. */
export function useTokenStatus(): TokenStatus {
  const { mutateAsync } = useMutation(tokenMutations.setStatus);
  const back = (row: Flipped, status: 'active' | 'inactive') => () => {
    mutateAsync({ id: row.id, patch: { status } }).then(
      () => notifications.show({ message: 'Undone', color: 'healthy' }),
      refused,
    );
  };
  return {
    deactivate: async (row) => {
      await mutateAsync({ id: row.id, patch: { status: 'inactive' } });
      const message = `${tokenName(row)} deactivated`;
      if (row.own === 'certain') notifications.show({ message, color: 'healthy' });
      else undoToast(message, back(row, 'active'));
    },
    activate: (row) => {
      mutateAsync({ id: row.id, patch: { status: 'active' } }).then(
        () => undoToast(`${tokenName(row)} activated`, back(row, 'inactive')),
        refused,
      );
    },
  };
}

function refused(error: unknown): void {
  const { title, detail } = describe(error);
  notifications.show({ title, message: detail, color: 'danger', autoClose: false });
}
