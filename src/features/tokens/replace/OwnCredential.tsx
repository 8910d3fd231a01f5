import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { signIn } from '@/api/session';
import type { Replacement } from '@/lib/replacementRecord';
import { secretOf } from '@/lib/replacementRecord';
import type { ErrorWords } from '@/ui/errorWords';
import { useErrorWords } from '@/ui/errorWords';
import { Refusal } from '@/ui/form/Refusal';
import { useOwnership } from './useOwnership';
import { useSwitchCredential } from './useSwitchCredential';

/** Deactivating the credential in use locks this tab out: it changes over first. */
export function OwnCredential({ replacement }: { replacement: Replacement }) {
  const { server = '' } = useParams();
  const own = useOwnership(replacement);
  const switchTo = useSwitchCredential();
  const words = useErrorWords();
  const [refusal, setRefusal] = useState<ErrorWords | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const secret = secretOf(replacement);
  if (own === 'no') return null;
  const change = async () => {
    setRefusal(null);
    setIsBusy(true);
    try {
      await switchTo(await signIn(server, { kind: 'token', token: secret ?? '' }));
    } catch (error) {
      setRefusal(words(error));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Alert
      color="danger"
      variant="light"
      title={
        own === 'certain'
          ? 'You are signed in with the old token'
          : 'You may be signed in with the old token'
      }
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          Once it is deactivated, Headgate can do nothing more with it, and cannot make it active
          again either. Sign in with the new token first, or with another one that may change
          tokens: what the new one may not do, Headgate cannot do with it.
        </Text>
        {secret !== undefined && (
          <Button size="xs" loading={isBusy} onClick={() => void change()}>
            Sign in with the new token
          </Button>
        )}
        <Refusal words={refusal} />
      </Stack>
    </Alert>
  );
}
