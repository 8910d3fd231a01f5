import { Alert, Stack, Switch, Text } from '@mantine/core';
import { useCaller } from '@/components/useCaller';
import { useSurroundings } from '@/components/useSurroundings';
import type { ReplacedToken } from '@/lib/replacementRecord';

export interface OwnerSwitchProps {
  old: ReplacedToken;
  userID: string;
  onChange: (userID: string) => void;
}

/** The owner stays, unless the server would refuse everything to a token of theirs. */
export function OwnerSwitch({ old, userID, onChange }: OwnerSwitchProps) {
  const { users, isComplete } = useSurroundings();
  const { caller } = useCaller();
  const owner = users.get(old.userID);
  const isFine = owner ? owner.status === 'active' : !isComplete;
  const self = caller.user?.id;
  if (isFine || self === undefined) return null;
  return (
    <Alert
      color="warning"
      variant="light"
      title={owner ? `The owner ${owner.name} is inactive` : 'The owner is gone'}
    >
      <Stack gap="xs">
        <Text size="sm">
          The server refuses everything to a token whose owner is not active: the new one could not
          be proven.
        </Text>
        <Switch
          label="Make me the owner of the new token"
          checked={userID === self}
          onChange={(event) => onChange(event.currentTarget.checked ? self : old.userID)}
        />
      </Stack>
    </Alert>
  );
}
