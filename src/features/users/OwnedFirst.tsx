import { Checkbox, Stack, Text } from '@mantine/core';
import { CredentialNames } from './CredentialNames';
import type { OwnedCredential } from './useOwned';
import { credentialsText } from './userRisks';

export interface OwnedFirstProps {
  credentials: readonly OwnedCredential[];
  /** These may be what is signed in with: they cannot go first. */
  inUse: readonly OwnedCredential[];
  isFirst: boolean;
  onFirst: (isFirst: boolean) => void;
}

/** What a deleted user would leave behind, and the offer to delete it before. */
export function OwnedFirst({ credentials, inUse, isFirst, onFirst }: OwnedFirstProps) {
  const others = credentials.filter((credential) => !inUse.includes(credential));
  if (credentials.length === 0) {
    return <Text>No token or v1 user is seen to belong to it.</Text>;
  }
  return (
    <Stack gap="xs">
      {others.length > 0 && (
        <>
          <Checkbox
            label={`Delete its ${credentialsText(others)} first`}
            checked={isFirst}
            onChange={({ currentTarget: { checked } }) => onFirst(checked)}
          />
          <CredentialNames credentials={others} />
        </>
      )}
      {inUse.length > 0 && (
        <>
          <Text>Stays behind, as you may be signed in with it: {credentialsText(inUse)}</Text>
          <CredentialNames credentials={inUse} />
        </>
      )}
      {(!isFirst || inUse.length > 0) && (
        <Text size="sm" c="dimmed">
          What stays behind is kept by the server but listed no more, and whoever uses it is
          refused, tokens with “User is inactive”, v1 users with “Unauthorized”. Headgate remembers
          it in this browser: on the page of the users, under Left behind, it can be deleted by its
          id.
        </Text>
      )}
    </Stack>
  );
}
