import { useEffect, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { useSurroundings } from '@/components/useSurroundings';
import type { ReplacementEvent } from '@/lib/replacement';
import type { Replacement } from '@/lib/replacementRecord';
import { probesFor } from '@/lib/tokenProof';
import { ChoosePermissions } from './ChoosePermissions';
import { Creating } from './Creating';
import { Ended } from './Ended';
import { HandOver } from './HandOver';
import { Prove } from './Prove';
import { Retire } from './Retire';
import { TestClients } from './TestClients';
import { Undoing } from './Undoing';
import { dispatch, whereRuns } from './replacementStore';
import { useReplacementTasks } from './useReplacementTasks';

/** What each step is given. */
export interface StepProps<Step extends Replacement['step'] = Replacement['step']> {
  replacement: Extract<Replacement, { step: Step }>;
  /** Does what follows from the event, and sends what is to be sent. */
  send: (event: ReplacementEvent) => void;
}

export function ReplacementFlow({ replacement }: { replacement: Replacement }) {
  const { server = '' } = useParams();
  const around = useSurroundings();
  const { old, draft, running, step } = replacement;
  const { probes, gap } = useMemo(
    () => probesFor(draft.permissions, old.orgID, around),
    [draft.permissions, old.orgID, around],
  );
  const { run } = useReplacementTasks(server)(old.id, probes);
  const send = (event: ReplacementEvent) => {
    const next = dispatch(server, old.id, event);
    if (next?.running && next.running !== running) void run();
  };
  const isLost = running !== undefined && whereRuns(server, old.id) === 'lost';
  useEffect(() => {
    if (isLost) dispatch(server, old.id, { type: 'resume' });
  }, [isLost, server, old.id]);
  switch (step) {
    case 'choose':
      return <ChoosePermissions replacement={replacement} send={send} />;
    case 'create':
    case 'lost':
      return <Creating replacement={replacement} send={send} />;
    case 'handOver':
      return <HandOver replacement={replacement} send={send} />;
    case 'prove':
      return <Prove replacement={replacement} send={send} probes={probes} gap={gap} />;
    case 'retire':
      return <Retire replacement={replacement} send={send} gap={gap} />;
    case 'test':
      return <TestClients replacement={replacement} send={send} />;
    case 'undo':
      return <Undoing replacement={replacement} send={send} />;
    case 'done':
    case 'undone':
      return <Ended replacement={replacement} send={send} />;
  }
}
