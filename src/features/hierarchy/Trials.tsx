import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useBlocker, useParams } from 'react-router-dom';
import { useSurroundings } from '@/components/useSurroundings';
import type { Stage } from '@/lib/hierarchy';
import { isAsExpected, obstacle, outcomeOf } from '@/lib/hierarchy';
import { countText } from '@/lib/counted';
import { Section } from '@/ui/Section';
import type { Demonstration } from './demonstration';
import { Problems } from './Leftovers';
import { cleanUpMutation, madeBy } from './leftovers';
import { OwnCallForm } from './OwnCallForm';
import { TrialGrid } from './TrialGrid';
import type { Trials as TrialsState } from './useDemonstration';
import { cellKey, useTrials } from './useDemonstration';

export interface TrialsProps {
  demonstration: Demonstration;
  onEnd: () => void;
}

export function Trials({ demonstration, onEnd }: TrialsProps) {
  const { server = '' } = useParams();
  const trials = useTrials(server, demonstration);
  const { run, stop, isRunning } = trials;
  return (
    <>
      <Section title="The same calls, each with every credential" lines={12}>
        <Group justify="space-between" gap="sm">
          <Verdicts demonstration={demonstration} trials={trials} />
          <Group gap="xs">
            <Button variant="default" loading={isRunning} onClick={run}>
              Run again
            </Button>
            <CleanUp stage={demonstration.stage} onStop={stop} onEnd={onEnd} />
          </Group>
        </Group>
        <TrialGrid demonstration={demonstration} trials={trials} />
      </Section>
      <Section title="Try a call of your own">
        <OwnCallForm stage={demonstration.stage} onAdd={trials.add} />
      </Section>
    </>
  );
}

interface VerdictsProps {
  demonstration: Demonstration;
  trials: TrialsState;
}

/** How many answers came, and how many of them Headgate had predicted. */
function Verdicts({ demonstration: { stage, performers }, trials }: VerdictsProps) {
  const around = useSurroundings();
  const { calls, answers } = trials;
  const predictions = calls.flatMap((call) =>
    performers.flatMap((performer) => {
      const answer = answers[cellKey(call, performer.level)];
      if (!answer || call.isOwn) return [];
      const reason = obstacle(call, performer, stage, around);
      return [isAsExpected(reason, outcomeOf(call, answer))];
    }),
  );
  const right = predictions.filter(Boolean).length;
  return (
    <Text component="output" size="sm" c="dimmed">
      {countText(right)} of {countText(predictions.length)} answers as the permissions predict
    </Text>
  );
}

interface CleanUpProps {
  stage: Stage;
  onStop: () => void;
  onEnd: () => void;
}

/** Takes away what this demonstration has made; whoever leaves before is asked. */
function CleanUp({ stage, onStop, onEnd }: CleanUpProps) {
  const client = useQueryClient();
  const { mutateAsync, isPending, data: problems = [] } = useMutation(cleanUpMutation);
  const isClean = useRef(false);
  const blocker = useBlocker(() => !isClean.current);
  const cleanUp = async () => {
    onStop();
    const left = await mutateAsync(await madeBy(client, stage));
    isClean.current = left.length === 0;
    return isClean.current;
  };
  const leave = async () => {
    if (await cleanUp()) blocker.proceed?.();
    else blocker.reset?.();
  };
  return (
    <>
      <Problems problems={problems} />
      <Button
        loading={isPending}
        onClick={() => void cleanUp().then((isDone) => isDone && onEnd())}
      >
        Clean up and end
      </Button>
      <Modal
        opened={blocker.state === 'blocked'}
        onClose={() => blocker.reset?.()}
        title="The demonstration is still there"
      >
        <Stack gap="md">
          <Text size="sm">
            Its credentials work until they are deleted: an operator token is among them. Nobody but
            this page knows its secret.
          </Text>
          <Group gap="xs">
            <Button loading={isPending} onClick={() => void leave()}>
              Clean up and leave
            </Button>
            <Button variant="default" onClick={() => blocker.proceed?.()}>
              Leave it there
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
