import { useEffect, useRef, useState } from 'react';
import type { Connection } from '@/api/client';
import { open } from '@/api/client';
import type { Credentials } from '@/api/credentials';
import type { CredentialCheck } from '@/api/tokenCheck';
import { checkCredential } from '@/api/tokenCheck';

/** What is asked about: no session, as it is no secret that can be pasted. */
export type Pasted = Exclude<Credentials, { kind: 'session' }>;

export interface Checked {
  pasted: Pasted;
  /** Of the pasted credential itself. */
  over: Connection;
  answer: CredentialCheck;
  /** Which check it is, from the first on this page. */
  turn: number;
}

/** No query and no mutation: their caches would keep the secret. */
export function useCredentialCheck(server: string) {
  const [checked, setChecked] = useState<Checked>();
  const asking = useRef<AbortController>(null);
  const turn = useRef(0);
  useEffect(() => () => asking.current?.abort(), []);
  const forget = () => {
    asking.current?.abort();
    setChecked(undefined);
  };
  const check = async (pasted: Pasted) => {
    forget();
    const controller = new AbortController();
    asking.current = controller;
    const over = open(server, pasted);
    const answer = await checkCredential(over, controller.signal);
    if (controller.signal.aborted) return;
    turn.current += 1;
    setChecked({ pasted, over, answer, turn: turn.current });
  };
  return { checked, check, forget };
}
