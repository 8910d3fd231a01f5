import { Alert, Checkbox, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { replacedName } from '@/lib/replacementRecord';
import { Section } from '@/ui/Section';
import { DeactivateNow } from './DeactivateNow';
import { DeactivateLater } from './DeactivateLater';
import { FailureAlert } from './FailureAlert';
import { OwnCredential } from './OwnCredential';
import type { StepProps } from './ReplacementFlow';
import { TakeOver } from './TakeOver';
import { WaysBack } from './WaysBack';
import { whereRuns } from './replacementStore';

export interface RetireProps extends StepProps<'retire'> {
  gap: string;
}

/** The new one is proven: when is the old one to stop? */
export function Retire({ replacement, send, gap }: RetireProps) {
  const { server = '' } = useParams();
  const { old, proof, failure, running } = replacement;
  const [isTested, setIsTested] = useState(false);
  const name = replacedName(old);
  const waits = gap !== '' && !isTested;
  const isElsewhere = running && whereRuns(server, old.id) === 'elsewhere';
  return (
    <Stack gap="md" maw={720}>
      <Alert color="healthy" variant="light" title="The new token works">
        <List size="sm">
          {proof.lines.map(({ words, answer }) => (
            <List.Item key={words}>
              It {words} ({answer})
            </List.Item>
          ))}
        </List>
      </Alert>
      {gap !== '' && (
        <Stack gap="xs">
          <Text>{gap}</Text>
          <Checkbox
            label="I have tried the new secret with its client"
            checked={isTested}
            onChange={(event) => setIsTested(event.currentTarget.checked)}
          />
        </Stack>
      )}
      <Section lines={3}>
        <Stack gap="md">
          <OwnCredential replacement={replacement} />
          <Text>
            Clients that still use the old secret are refused once “{name}” is deactivated. That can
            be taken back at any time: nothing is deleted in this step.
          </Text>
          <FailureAlert failure={failure} />
          {isElsewhere ? (
            <TakeOver replacement={replacement} send={send} />
          ) : (
            <>
              <DeactivateNow replacement={replacement} send={send} isDisabled={waits} />
              {old.status === 'active' && (
                <DeactivateLater replacement={replacement} send={send} isDisabled={waits} />
              )}
            </>
          )}
        </Stack>
      </Section>
      <WaysBack replacement={replacement} send={send} />
    </Stack>
  );
}
