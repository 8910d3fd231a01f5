import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatBytes } from '@/lib/bytes';
import { counted } from '@/lib/counted';
import { NothingHere } from '@/ui/NothingHere';

/** What a result is when it is no chart and no table, or not the whole one. */
export type ResultStateProps =
  | { state: 'loading'; rows: number; bytes: number; ms: number; onCancel?: () => void }
  | { state: 'failed'; title: string; detail?: string; children?: ReactNode; onRetry?: () => void }
  | { state: 'cancelled'; rows: number; onRetry?: () => void }
  | { state: 'empty'; children?: ReactNode }
  /** Shown above what was read. */
  | { state: 'tooMuch'; rows: number; bytes: number; by: 'rows' | 'bytes' };

const count = new Intl.NumberFormat('en-US');

/** `12,000 rows · 1.4 MB · 0.3 s` */
export function sizeText({ rows, bytes, ms }: { rows: number; bytes: number; ms: number }): string {
  return `${counted(rows, 'row')} · ${formatBytes(bytes)} · ${(ms / 1000).toFixed(2)} s`;
}

/** Loading, failed, cancelled, empty and too much: visible answers that look like what they are. */
export function ResultState(props: ResultStateProps) {
  switch (props.state) {
    case 'loading':
      return (
        <Group component="output" gap="sm" justify="center" py="xl" aria-label="Loading">
          <Loader size="xs" />
          <Text>{props.rows > 0 ? sizeText(props) : 'Waiting for the first rows'}</Text>
          {props.onCancel && (
            <Button variant="default" onClick={props.onCancel}>
              Cancel
            </Button>
          )}
        </Group>
      );
    case 'failed':
      return (
        <Alert color="danger" variant="light" title={props.title} role="alert">
          <Stack gap="xs" align="flex-start">
            {props.detail !== undefined && (
              <Text ff="monospace" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {props.detail}
              </Text>
            )}
            {props.children}
            {props.onRetry && <Retry onRetry={props.onRetry} />}
          </Stack>
        </Alert>
      );
    case 'cancelled':
      return (
        <NothingHere title="Cancelled" action={props.onRetry && <Retry onRetry={props.onRetry} />}>
          The query was cancelled{' '}
          {props.rows === 0 ? 'before any row came' : `after ${counted(props.rows, 'row')}`}.
        </NothingHere>
      );
    case 'empty':
      return <NothingHere title="No data in this range">{props.children}</NothingHere>;
    case 'tooMuch':
      return (
        <Alert variant="default" icon={<IconAlertTriangle />} title="There is more than is shown">
          Reading stopped at {count.format(props.rows)} rows ({formatBytes(props.bytes)}), the limit
          of {props.by}. Narrow the time range, or aggregate.
        </Alert>
      );
  }
}

function Retry({ onRetry }: { onRetry: () => void }) {
  return (
    <Button variant="default" onClick={onRetry}>
      Run again
    </Button>
  );
}
