import { Alert, Code, List, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { TokenAction } from '@/api/tokens';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import { listText } from '@/lib/listText';
import { Section } from '@/ui/Section';
import { lossesOf } from './losses';
import type { TokenRow } from './tokenRows';

export interface ConsequencesProps {
  action: Exclude<TokenAction, 'activate'>;
  rows: readonly TokenRow[];
}

/** What follows for whoever uses these tokens, and for the person who presses the button. */
export function Consequences({ action, rows }: ConsequencesProps) {
  return (
    <Stack gap="sm">
      <Text>{forClients(action, rows.length > 1)}</Text>
      <OwnWarning action={action} rows={rows} />
      <Section lines={2}>
        <Lost rows={rows} />
      </Section>
    </Stack>
  );
}

function forClients(action: ConsequencesProps['action'], isSeveral: boolean): string {
  const them = isSeveral ? 'them' : 'it';
  if (action === 'delete') {
    return `Whatever uses ${them} is refused from now on with “unauthorized access”. There is no undo: a token that is made anew has another value.`;
  }
  return `Whatever uses ${them} is refused from now on: writes with “token is inactive”, Flux as if there were no such bucket, the 1.x paths with “Unauthorized”. You can activate ${them} again at any time.`;
}

function OwnWarning({ action, rows }: ConsequencesProps) {
  const own = rows.find((row) => row.own !== 'no');
  if (!own) return null;
  const is = own.own === 'certain' ? 'is' : 'may be';
  const never = action === 'delete' ? '' : ' This one cannot activate itself again.';
  return (
    <Alert color="danger" variant="light" title="Your own credential">
      <Text>
        “{own.description || own.id}” {is} the credential you are signed in with. Headgate is locked
        out at once and asks you to sign in with another.{never}
      </Text>
    </Alert>
  );
}

function Lost({ rows }: { rows: readonly TokenRow[] }) {
  const around = useSurroundings();
  const credentials = useCredentials();
  const losses = useMemo(
    () =>
      lossesOf(
        rows.map((row) => ({ ...row, kind: 'token' })),
        credentials,
        around,
      ),
    [rows, credentials, around],
  );
  const { unread, unwritten, noOperator, isBacked } = losses;
  const besides = isBacked ? ', besides operator and all-access tokens' : '';
  const names = (buckets: typeof unread) => listText(buckets.map(({ name }) => name));
  return (
    <Stack gap="sm">
      {noOperator && <NoOperator />}
      <List size="sm" spacing={4}>
        {unwritten.length > 0 && (
          <List.Item>
            No other token and no v1 user writes {names(unwritten)}
            {besides}
          </List.Item>
        )}
        {unread.length > 0 && (
          <List.Item>
            No other token and no v1 user reads {names(unread)}
            {besides}
          </List.Item>
        )}
        {unread.length + unwritten.length === 0 && (
          <List.Item>No bucket loses its last reader or writer</List.Item>
        )}
        {!around.isComplete && (
          <List.Item c="dimmed">
            Counted are the tokens and v1 users that this credential sees: there may be others
          </List.Item>
        )}
      </List>
    </Stack>
  );
}

function NoOperator() {
  return (
    <Alert color="danger" variant="light" title="No operator token is left">
      <Text>
        After this only the first user, and whoever owns an inactive operator token, may manage
        users and make operator tokens: signed in with the password. Without it, it takes{' '}
        <Code>influxd recovery auth create-operator</Code> on the machine of the server.
      </Text>
    </Alert>
  );
}
