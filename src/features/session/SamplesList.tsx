import { Stack, Text, UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection } from '@/api/client';
import type { SignIn } from '@/api/session';
import { signIn } from '@/api/session';
import type { DemoCredential } from '@/lib/headgateJson';
import type { ErrorWords } from '@/ui/errorWords';
import { Refusal } from '@/ui/form/Refusal';
import classes from './session.module.css';
import { signInWords } from './signInWords';

export interface SamplesListProps {
  server: string;
  samples: readonly DemoCredential[];
  onSignedIn: (connection: Connection) => void;
}

function draftOf({ kind, token = '', username = '', password = '' }: DemoCredential): SignIn {
  return kind === 'token' ? { kind, token } : { kind, username, password };
}

/** The sample credentials of the demo, one click each. */
export function SamplesList({ server, samples, onSignedIn }: SamplesListProps) {
  const [refusal, setRefusal] = useState<ErrorWords | null>(null);
  const [busy, setBusy] = useState<string>();
  const use = async (sample: DemoCredential) => {
    setBusy(sample.label);
    setRefusal(null);
    try {
      onSignedIn(await signIn(server, draftOf(sample)));
    } catch (error) {
      setRefusal(signInWords(sample.kind, error));
      setBusy(undefined);
    }
  };
  return (
    <Stack gap={6} component="section" aria-label="Sample credentials">
      <Text size="xs" fw={550} c="dimmed">
        Sample credentials of the demo, one click each
      </Text>
      <Refusal words={refusal} />
      <div className={classes.samples}>
        {samples.map((sample) => (
          <UnstyledButton
            key={sample.label}
            className={classes.sample}
            disabled={busy !== undefined}
            onClick={() => void use(sample)}
          >
            <span className={classes.sampleText}>
              <Text fw={550} component="div">
                {sample.label}
              </Text>
              <Text size="xs" c="dimmed" component="div">
                {sample.about}
              </Text>
            </span>
            <IconArrowRight size={15} />
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  );
}
