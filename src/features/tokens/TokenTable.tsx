import { useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { TokenAction } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { useCaller } from '@/components/useCaller';
import { useSurroundings } from '@/components/useSurroundings';
import { paths } from '@/lib/paths';
import { ExportMenu } from '@/ui/ExportMenu';
import { DataTable } from '@/ui/table/DataTable';
import type { Selection } from '@/ui/table/selection';
import { BulkButtons } from './BulkButtons';
import { BulkDialog } from './BulkDialog';
import { ChangeTokenDialog } from './ChangeTokenDialog';
import { NoTokens } from './NoTokens';
import { tokensAsCsv, tokensAsJson } from './tokenExport';
import type { TokenRow } from './tokenRows';
import { tokenRows } from './tokenRows';
import { tokenSpec } from './tokenSpec';
import { useTokenMenu } from './useTokenMenu';

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
  const { caller } = useCaller();
  const rows = useMemo(() => tokenRows(tokens, around, caller), [tokens, around, caller]);
  const [changing, setChanging] = useState<Changing | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const href = useCallback(({ id }: TokenRow) => paths.token(server, id), [server]);
  const menu = useTokenMenu((action, row) => setChanging({ action, row }));
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
