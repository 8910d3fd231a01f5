import { Alert, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { isPartialWrite } from '@/api/errors';
import type { ErrorWords } from '@/ui/errorWords';
import { useErrorWords } from '@/ui/errorWords';
import { counted } from '@/lib/counted';
import type { Picked } from '@/lib/paths';
import type { CheckedLines } from './lines';

type Outcome =
  | { kind: 'stored'; points: number; written: Picked }
  | { kind: 'partial'; words: ErrorWords }
  | { kind: 'refused'; words: ErrorWords };

/** Sends once, and remembers what the server said until the text changes. */
export function useSending(send: (body: string) => Promise<void>) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isSending, setSending] = useState(false);
  const words = useErrorWords();
  const submit = async ({ body, points, written }: CheckedLines) => {
    setSending(true);
    setOutcome(null);
    try {
      await send(body);
      setOutcome({ kind: 'stored', points, written });
    } catch (error) {
      setOutcome({ kind: isPartialWrite(error) ? 'partial' : 'refused', words: words(error) });
    } finally {
      setSending(false);
    }
  };
  return { outcome, isSending, submit, forget: () => setOutcome(null) };
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
