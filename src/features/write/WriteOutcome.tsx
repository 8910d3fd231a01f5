import { Alert, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { isPartialWrite } from '@/api/errors';
import type { ErrorWords } from '@/ui/errorWords';
import { useErrorWords } from '@/ui/errorWords';
import type { ApiCall } from '@/lib/apiCall';
import { counted } from '@/lib/counted';
import type { Picked } from '@/lib/paths';
import type { CheckedLines } from './lines';

type Outcome =
  | { kind: 'stored'; points: number; written: Picked }
  | { kind: 'partial'; words: ErrorWords }
  | { kind: 'refused'; words: ErrorWords };

interface Sending {
  send: (body: string) => Promise<void>;
  callFor: (body: string) => ApiCall;
}

/** Sends once, and remembers what the server said until the text changes. */
export function useSending({ send, callFor }: Sending) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const words = useErrorWords();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: send,
    gcTime: 0,
    meta: {
      done: 'Points written',
      isQuiet: true,
      errorShownInForm: true,
      calls: (body: string) => [callFor(body)],
    },
  });
  const submit = async ({ body, points, written }: CheckedLines) => {
    setOutcome(null);
    try {
      await mutateAsync(body);
      setOutcome({ kind: 'stored', points, written });
    } catch (error) {
      setOutcome({ kind: isPartialWrite(error) ? 'partial' : 'refused', words: words(error) });
    }
  };
  return { outcome, isSending: isPending, submit, forget: () => setOutcome(null) };
}

export interface WriteOutcomeProps {
  outcome: Outcome | null;
  /** After success: where the points can be seen. */
  next: (written: Picked) => ReactNode;
}

export function WriteOutcome({ outcome, next }: WriteOutcomeProps) {
  if (!outcome) return null;
  if (outcome.kind === 'stored') {
    return (
      <output>
        <Alert color="healthy" variant="light" role="none" title={storedTitle(outcome.points)}>
          <Group gap="sm">{next(outcome.written)}</Group>
        </Alert>
      </output>
    );
  }
  const isPartial = outcome.kind === 'partial';
  return (
    <Alert
      color={isPartial ? 'warning' : 'danger'}
      variant="light"
      role="alert"
      title={isPartial ? 'Only a part was stored' : `Nothing was stored: ${outcome.words.title}`}
    >
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {outcome.words.detail}
      </Text>
    </Alert>
  );
}

function storedTitle(points: number): string {
  return points === 1 ? 'One point was stored' : `${counted(points, 'point')} were stored`;
}
