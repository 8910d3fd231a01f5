import { trialCalls } from '@/lib/trialCalls';
import { useCallback, useEffect, useRef, useState } from 'react';
import { open } from '@/api/client';
import { tryCall } from '@/api/trial';
import type { TrialAnswer, TrialCall } from '@/lib/hierarchy';
import type { Level } from '@/lib/levels';
import type { Demonstration } from './demonstration';

export type CellKey = `${string}/${Level}`;

export interface Trials {
  calls: readonly TrialCall[];
  answers: Readonly<Partial<Record<CellKey, TrialAnswer>>>;
  isRunning: boolean;
  stop: () => void;
  /** Everything once more. */
  run: () => void;
  /** One more row, tried at once. */
  add: (call: TrialCall) => void;
}

export function cellKey({ key }: TrialCall, level: Level): CellKey {
  return `${key}/${level}`;
}

/** Runs every call with every credential, one after the other: what one writes the next may read. */
export function useTrials(server: string, { stage, performers }: Demonstration): Trials {
  const [own, setOwn] = useState<readonly TrialCall[]>([]);
  const [answers, setAnswers] = useState<Trials['answers']>({});
  const [isRunning, setIsRunning] = useState(true);
  const running = useRef<AbortController | undefined>(undefined);
  const runCalls = useCallback(
    async (calls: readonly TrialCall[]) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      for (const call of calls) {
        for (const { level, credentials } of performers) {
          if (!credentials) continue;
          const answer = await tryCall(
            open(server, credentials),
            call.call(stage, level),
            signal,
          ).catch(() => undefined);
          if (signal.aborted) return;
          if (answer) setAnswers((known) => ({ ...known, [cellKey(call, level)]: answer }));
        }
      }
      setIsRunning(false);
    },
    [server, stage, performers],
  );

  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => {
    void runCalls(trialCalls);
    return stop;
  }, [runCalls, stop]);

  const calls = [...trialCalls, ...own];
  return {
    calls,
    answers,
    isRunning,
    stop,
    run: () => {
      setAnswers({});
      setIsRunning(true);
      void runCalls(calls);
    },
    add: (call) => {
      setOwn((known) => [...known, call]);
      setIsRunning(true);
      void runCalls([call]);
    },
  };
}
