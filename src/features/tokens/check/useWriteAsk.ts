import { useEffect, useRef, useState } from 'react';
import { forEachId } from '@/api/bulk';
import type { Connection } from '@/api/client';
import { mayWrite, mayWriteV1 } from '@/api/write';

/** Something that can be written: a bucket, or a database by the 1.x path. */
export interface WriteTarget {
  id: string;
  name: string;
  /** None for a database. */
  orgID?: string;
}

export type WriteAnswer = 'yes' | 'no' | 'no answer';

export interface WriteAsk {
  answers: ReadonlyMap<string, WriteAnswer>;
  /** What is asked about; nothing before. */
  asked: readonly WriteTarget[];
  isAsking: boolean;
  ask: (targets: readonly WriteTarget[]) => void;
  stop: () => void;
}

function writes(over: Connection, { id, orgID }: WriteTarget): Promise<boolean> {
  return orgID === undefined ? mayWriteV1(over, id) : mayWrite(over, orgID, id);
}

/** One empty write each: the server says whether it would take one, and stores nothing. */
export function useWriteAsk(over: Connection): WriteAsk {
  const [answers, setAnswers] = useState<ReadonlyMap<string, WriteAnswer>>(new Map());
  const [asked, setAsked] = useState<readonly WriteTarget[]>([]);
  const [isAsking, setIsAsking] = useState(false);
  const asking = useRef<AbortController>(null);
  useEffect(() => () => asking.current?.abort(), []);
  const ask = (targets: readonly WriteTarget[]) => {
    const controller = new AbortController();
    asking.current = controller;
    const known = new Map<string, WriteAnswer>();
    const byId = new Map(targets.map((target) => [target.id, target]));
    const send = async (id: string) => {
      const target = byId.get(id);
      known.set(id, 'no answer');
      if (target) known.set(id, (await writes(over, target)) ? 'yes' : 'no');
    };
    setAsked(targets);
    setIsAsking(true);
    setAnswers(known);
    void forEachId([...byId.keys()], send, {
      stop: controller.signal,
      onProgress: () => setAnswers(new Map(known)),
    }).then(() => {
      setAnswers(new Map(known));
      setIsAsking(false);
    });
  };
  return { answers, asked, isAsking, ask, stop: () => asking.current?.abort() };
}
