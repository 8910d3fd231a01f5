import { useParams } from 'react-router-dom';
import { useCaller } from '@/components/useCaller';
import { changeObstacle } from '@/lib/changeNeeds';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { copyText } from '@/ui/copyText';
import type { RowAction } from '@/ui/table/RowMenu';
import type { TokenRow } from './tokenRows';
import { useTokenStatus } from './useTokenStatus';

/** What can be done with one token of the list. `onChange` asks before it is done. */
export function useTokenMenu(
  onChange: (action: 'deactivate' | 'delete', row: TokenRow) => void,
): (row: TokenRow) => RowAction[] {
  const { server = '' } = useParams();
  const { can } = useCaller();
  const { activate } = useTokenStatus();
  return (row) => {
    const { id, orgID, status } = row;
    const disabledReason = changeObstacle(row, can);
    const create = can(writeOf('authorizations', { orgID }));
    const uncreated = create.answer === 'no' ? create.reason : undefined;
    const flip =
      status === 'active'
        ? { label: 'Deactivate', onClick: () => onChange('deactivate', row) }
        : { label: 'Activate', onClick: () => activate(row) };
    return [
      { label: 'Clone', to: paths.newToken(server, { like: id }), disabledReason: uncreated },
      {
        label: 'Replace with changes',
        to: paths.replaceToken(server, id),
        disabledReason: uncreated,
      },
      { label: 'Compare', to: paths.compareTokens(server, id) },
      { label: 'Copy id', onClick: () => void copyText(id) },
      { ...flip, disabledReason },
      { label: 'Delete', danger: true, disabledReason, onClick: () => onChange('delete', row) },
    ];
  };
}
