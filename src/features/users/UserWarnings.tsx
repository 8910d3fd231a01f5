import { Alert, Stack } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { resourceTypeQueries } from '@/api/resourceTypes';
import { tokenQueries } from '@/api/tokens';
import type { User } from '@/api/users';
import { userQueries } from '@/api/users';
import { useCaller } from '@/components/useCaller';
import { isLastOperator } from './userRisks';

/** What is special about this user, before it stops working. */
export function useUserRisks(user: Pick<User, 'id'>): { isSelf: boolean; isLast: boolean } {
  const { caller } = useCaller();
  const [{ data: tokens = [] }, { data: users = [] }, { data: types }] = useQueries({
    queries: [tokenQueries.all, userQueries.all, resourceTypeQueries.all],
  });
  const isLast = caller.isOperator && isLastOperator(user, tokens, users, types);
  return { isSelf: caller.user?.id === user.id, isLast };
}

export interface UserWarningsProps {
  isSelf: boolean;
  isLast: boolean;
  /** What it is about: `deleted`, `inactive`. */
  state: string;
}

export function UserWarnings({ isSelf, isLast, state }: UserWarningsProps) {
  return (
    <Stack gap="xs">
      {isSelf && (
        <Alert color="danger" variant="light" title="This is you">
          Once the user is {state}, the server refuses everything to the credential you are signed
          in with, Headgate included. Only somebody else can help you then.
        </Alert>
      )}
      {isLast && (
        <Alert color="danger" variant="light" title="Nobody else is seen to be an operator">
          No other active user holds an active operator token. Unless the user who set the server
          up, or an owner of an inactive operator token, can still sign in with a password, nobody
          can manage users or make operator tokens any more; then it takes{' '}
          <code>influxd recovery auth create-operator</code> on the machine of the server.
        </Alert>
      )}
    </Stack>
  );
}
