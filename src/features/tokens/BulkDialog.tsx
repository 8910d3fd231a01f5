import { Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BulkReport } from '@/api/bulk';
import type { TokenAction } from '@/api/tokens';
import { runCall, tokenMutations } from '@/api/tokens';
import { RequestPreview } from '@/components/RequestPreview';
import { counted } from '@/lib/counted';
import { Confirmation } from '@/ui/ConfirmDialog';
import { BulkOutcome } from './BulkOutcome';
import { BulkProgress } from './BulkProgress';
import { Consequences } from './Consequences';
import type { TokenRow } from './tokenRows';

export interface BulkDialogProps {
  action: TokenAction;
  rows: readonly TokenRow[];
  onClose: () => void;
  /** Ids that the server refused or that were not reached any more. */
  onRan: (left: readonly string[]) => void;
}

const verbs = { activate: 'Activate', deactivate: 'Deactivate', delete: 'Delete' };

/** Asks, runs and reports: three states of one dialog. */
export function BulkDialog({ action, rows, onClose, onRan }: BulkDialogProps) {
  const { mutateAsync } = useMutation(tokenMutations.bulk);
  const stop = useRef<AbortController>(undefined);
  const [progress, setProgress] = useState<{ answered: number; isStopping: boolean } | null>(null);
  const [report, setReport] = useState<BulkReport | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const count = counted(rows.length, 'token');
  const run = async () => {
    stop.current = new AbortController();
    setProgress({ answered: 0, isStopping: false });
    const ran = await mutateAsync({
      action,
      ids: rows.map(({ id }) => id),
      own: rows.filter(({ own }) => own !== 'no').map(({ id }) => id),
      stop: stop.current.signal,
      onProgress: (answered) => setProgress((now) => now && { ...now, answered }),
    });
    setReport(ran);
    onRan([...ran.refused.map(({ id }) => id), ...ran.skipped]);
  };
  const halt = () => {
    stop.current?.abort();
    setProgress((now) => now && { ...now, isStopping: true });
  };
  const isRunning = progress !== null && report === null;
  return (
    <Modal
      opened
      onClose={isRunning ? halt : onClose}
      closeOnClickOutside={!isRunning}
      closeButtonProps={{ 'aria-label': isRunning ? 'Stop' : 'Close' }}
      title={`${verbs[action]} ${count}`}
      size="lg"
    >
      {report && <BulkOutcome {...{ action, rows, report, onClose }} />}
      {isRunning && <BulkProgress total={rows.length} {...progress} onStop={halt} />}
      {progress === null && (
        <Confirmation
          onClose={onClose}
          onConfirm={run}
          confirmLabel={`${verbs[action]} ${count}`}
          typedName={isGrave(action, rows) ? count : undefined}
          isDanger={action !== 'activate'}
        >
          <Stack gap="sm">
            {action === 'activate' ? (
              <Text>They grant again what they hold, to whoever knows their values.</Text>
            ) : (
              <Consequences action={action} rows={rows} />
            )}
            <RequestPreview calls={rows.map(({ id }) => runCall(action, id))} />
          </Stack>
        </Confirmation>
      )}
    </Modal>
  );
}

function isGrave(action: TokenAction, rows: readonly TokenRow[]): boolean {
  if (action === 'activate') return false;
  return (
    action === 'delete' || rows.some(({ own, isLastOperator }) => own !== 'no' || isLastOperator)
  );
}
