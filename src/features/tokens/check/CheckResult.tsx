import { Alert, Stack, Text } from '@mantine/core';
import { ActiveCredential } from './ActiveCredential';
import { MatchingTokens } from './MatchingTokens';
import type { Checked } from './useCredentialCheck';

type Refused = Exclude<Checked['answer']['status'], 'active'>;

const verdicts: Record<Refused, { title: string; about: string; color: string }> = {
  inactive: {
    title: 'Inactive',
    about:
      'The server knows this token, and refuses it: somebody has switched it off. It tells nothing more of it.',
    color: 'warning',
  },
  'owner inactive': {
    title: 'Its owner is inactive or deleted',
    about:
      'The server knows this credential, and refuses everything to it until its owner is active again. It does not tell who that is.',
    color: 'warning',
  },
  unknown: {
    title: 'Not known to this server',
    about:
      'It was deleted, belongs to another server, or was not copied as a whole. A server that keeps only hashes tells a wrong token from a deleted one no better.',
    color: 'danger',
  },
};

const unknownV1 =
  'The name or the password is wrong, or the v1 user or its owner is inactive: the server does not tell which.';

export function CheckResult({ checked }: { checked: Checked }) {
  const { answer, pasted } = checked;
  if (answer.status === 'active') return <ActiveCredential checked={checked} answer={answer} />;
  const { title, about, color } = verdicts[answer.status];
  const isToken = pasted.kind === 'token';
  return (
    <Stack gap="md">
      <Alert color={color} variant="light" title={title} role="alert" maw={720}>
        <Text size="sm">{answer.status === 'unknown' && !isToken ? unknownV1 : about}</Text>
        <Text size="sm" c="dimmed">
          The server says: {answer.words}
        </Text>
      </Alert>
      {answer.status === 'inactive' && isToken && (
        <MatchingTokens seen={{ secret: pasted.token, status: 'inactive' }} />
      )}
    </Stack>
  );
}
