import { Alert, Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core';
import type { BulkReport } from '@/api/bulk';
import type { TokenAction } from '@/api/tokens';
import { counted, countText } from '@/lib/counted';
import type { TokenRow } from './tokenRows';
import { tokenName } from './tokenSpec';

export interface BulkOutcomeProps {
  action: TokenAction;
  rows: readonly TokenRow[];
  report: BulkReport;
  onClose: () => void;
}

const past = { activate: 'activated', deactivate: 'deactivated', delete: 'deleted' };
const listed = 100;

export function BulkOutcome({ action, rows, report, onClose }: BulkOutcomeProps) {
  const { done, refused, skipped } = report;
  return (
    <Stack gap="sm">
      <Text component="output" fw={550}>
        {counted(done.length, 'token')} {past[action]}
        {refused.length > 0 && `, ${countText(refused.length)} refused`}
        {skipped.length > 0 && `, ${countText(skipped.length)} left as they were`}
      </Text>
      {skipped.length > 0 && (
        <Text c="dimmed">The run was stopped. What was not reached is still selected.</Text>
      )}
      {refused.length > 0 && <Refused rows={rows} refused={refused} />}
      <Group>
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}

function Refused({ rows, refused }: Pick<BulkOutcomeProps, 'rows'> & Pick<BulkReport, 'refused'>) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (
    <Alert color="danger" variant="light" title="Refused by the server" role="alert">
      <ScrollArea.Autosize mah={320}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Token</Table.Th>
              <Table.Th>The server says</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {refused.slice(0, listed).map(({ id, message }) => {
              const row = byId.get(id);
              return (
                <Table.Tr key={id}>
                  <Table.Td>{row ? tokenName(row) : id}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{message}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        {refused.length > listed && (
          <Text c="dimmed">and {countText(refused.length - listed)} more</Text>
        )}
      </ScrollArea.Autosize>
    </Alert>
  );
}
