import { List, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReplacementStep, V1Replacement } from '@/lib/v1Replacement';
import { replacementSteps } from '@/lib/v1Replacement';
import classes from './v1Users.module.css';
import { stepText } from './replacementWords';

export interface ReplacementStepsProps {
  name: string;
  progress: V1Replacement | null;
}

/** The order of things, and how far it has come. */
export function ReplacementSteps({ name, progress }: ReplacementStepsProps) {
  return (
    <Stack gap={6}>
      <Text size="sm">
        The server cannot change permissions, and the user name is the login: {name} is removed and
        made anew under the same name, with org, owner, description and status as they are. Between
        step 4 and step 6 its clients are refused, usually for less than a second.
      </Text>
      <List type="ordered" size="sm" spacing={2} className={classes.steps}>
        {replacementSteps.map((step) => (
          <List.Item key={step}>
            {stepText(step, name)} <Mark step={step} progress={progress} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Mark({ step, progress }: { step: ReplacementStep; progress: V1Replacement | null }) {
  if (progress?.failures.some((failure) => failure.step === step)) {
    return <IconX size={14} color="var(--mantine-color-error)" aria-label="failed" />;
  }
  if (progress?.done.includes(step)) {
    return <IconCheck size={14} color="var(--mantine-color-healthy-filled)" aria-label="done" />;
  }
  return null;
}
