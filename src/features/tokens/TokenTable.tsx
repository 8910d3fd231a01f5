import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { TokenAction } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { useCaller } from '@/components/useCaller';
import { useSurroundings } from '@/components/useSurroundings';
import { paths } from '@/lib/paths';
import { copyText } from '@/ui/copyText';
import { ExportMenu } from '@/ui/ExportMenu';
import { DataTable } from '@/ui/table/DataTable';
import type { RowAction } from '@/ui/table/RowMenu';
import type { Selection } from '@/ui/table/selection';
import { BulkDialog } from './BulkDialog';
import { ChangeTokenDialog } from './ChangeTokenDialog';
import { NoTokens } from './NoTokens';
import { tokensAsCsv, tokensAsJson } from './tokenExport';
import type { TokenRow } from './tokenRows';
import { tokenRows } from './tokenRows';
import { tokenSpec } from './tokenSpec';
import { changeObstacle } from './tokenNeeds';
import { useTokenStatus } from './useTokenStatus';

interface Changing {
  action: 'deactivate' | 'delete';
  row: TokenRow;
}

interface Running {
  action: TokenAction;
  rows: readonly TokenRow[];
  pick: Selection<TokenRow>['pick'];
}

export function TokenTable() {
  const { server = '' } = useParams();
  const { data: tokens } = useSuspenseQuery(tokenQueries.all);
  const around = useSurroundings();
  const { caller, can } = useCaller();
  const rows = useMemo(() => tokenRows(tokens, around, caller), [tokens, around, caller]);
  const [changing, setChanging] = useState<Changing | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const { activate } = useTokenStatus();
  const href = useCallback(({ id }: TokenRow) => paths.token(server, id), [server]);
  const menu = (row: TokenRow): RowAction[] => {
    const disabledReason = changeObstacle(row, can);
    return [
      { label: 'Clone', to: paths.newToken(server, { like: row.id }) },
      { label: 'Replace with changes', to: paths.replaceToken(server, row.id) },
      { label: 'Compare', to: paths.compareTokens(server, row.id) },
      { label: 'Copy id', onClick: () => void copyText(row.id) },
      row.status === 'active'
        ? {
            label: 'Deactivate',
            disabledReason,
            onClick: () => setChanging({ action: 'deactivate', row }),
          }
        : { label: 'Activate', disabledReason, onClick: () => activate(row) },
      {
        label: 'Delete',
        danger: true,
        disabledReason,
        onClick: () => setChanging({ action: 'delete', row }),
      },
    ];
  };
  const bulk = ({ rows: selected, pick }: Selection<TokenRow>) => (
    <BulkButtons
      rows={selected}
      onRun={(action, some) => setRunning({ action, rows: some, pick })}
    />
  );
  return (
    <>
      <DataTable
        spec={tokenSpec}
        rows={rows}
        href={href}
        menu={menu}
        bulk={bulk}
        tools={(shown) => (
          <ExportMenu
            name="tokens"
            texts={{ csv: () => tokensAsCsv(shown), json: () => tokensAsJson(shown) }}
          />
        )}
        empty={<NoTokens />}
      />
      {changing && (
        <ChangeTokenDialog
          {...changing}
          onClose={() => setChanging(null)}
          onDone={() => setChanging(null)}
        />
      )}
      {running && (
        <BulkDialog
          action={running.action}
          rows={running.rows}
          onClose={() => setRunning(null)}
          onRan={(left) => running.pick(running.rows.filter(({ id }) => left.includes(id)))}
        />
      )}
    </>
  );
}

interface BulkButtonsProps {
  rows: readonly TokenRow[];
  onRun: (action: TokenAction, rows: readonly TokenRow[]) => void;
}

/** Each takes those it changes something for. */
function BulkButtons({ rows, onRun }: BulkButtonsProps) {
  const inactive = rows.filter(({ status }) => status === 'inactive');
  const active = rows.filter(({ status }) => status === 'active');
  return (
    <>
      <Button
        variant="default"
        disabled={inactive.length === 0}
        onClick={() => onRun('activate', inactive)}
      >
        Activate
      </Button>
      <Button
        variant="default"
        disabled={active.length === 0}
        onClick={() => onRun('deactivate', active)}
      >
        Deactivate
      </Button>
      <Button variant="outline" color="danger" onClick={() => onRun('delete', rows)}>
        Delete
      </Button>
    </>
  );
}
