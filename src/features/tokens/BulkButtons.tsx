import type { TokenAction } from '@/api/tokens';
import { ActionButton } from '@/components/ActionButton';
import { useCaller } from '@/components/useCaller';
import { changeObstacle, neededToChange } from '@/lib/changeNeeds';
import type { TokenRow } from './tokenRows';

export interface BulkButtonsProps {
  rows: readonly TokenRow[];
  onRun: (action: TokenAction, rows: readonly TokenRow[]) => void;
}

/** Each takes those it changes something for. What the caller may change for none of them is not offered. */
export function BulkButtons({ rows, onRun }: BulkButtonsProps) {
  const { can } = useCaller();
  const changeable = rows.find((row) => changeObstacle(row, can) === undefined);
  const [first] = rows;
  if (!first) return null;
  const [needs] = neededToChange(changeable ?? first);
  const obstacle = changeable ? undefined : changeObstacle(first, can);
  const inactive = rows.filter(({ status }) => status === 'inactive');
  const active = rows.filter(({ status }) => status === 'active');
  const none = (some: readonly TokenRow[], text: string) => (some.length === 0 ? text : undefined);
  return (
    <>
      <ActionButton
        needs={needs}
        disabledReason={obstacle ?? none(inactive, 'All of them are active')}
        variant="default"
        onClick={() => onRun('activate', inactive)}
      >
        Activate
      </ActionButton>
      <ActionButton
        needs={needs}
        disabledReason={obstacle ?? none(active, 'None of them is active')}
        variant="default"
        onClick={() => onRun('deactivate', active)}
      >
        Deactivate
      </ActionButton>
      <ActionButton
        needs={needs}
        disabledReason={obstacle}
        variant="outline"
        color="danger"
        onClick={() => onRun('delete', rows)}
      >
        Delete
      </ActionButton>
    </>
  );
}
