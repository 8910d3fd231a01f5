import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import type { ErrorWords } from '@/ui/errorWords';
import { useErrorWords } from '@/ui/errorWords';

type Listener = (event?: SyntheticEvent<HTMLFormElement>) => void;

/** What of a Mantine form it takes to send it. */
export interface Sendable<Values> {
  onSubmit: (send: (values: Values) => Promise<void>) => Listener;
}

export interface Submitting {
  submit: Listener;
  /** The server's answer to the last attempt, when it refused. */
  refusal: ErrorWords | null;
}

/** Sends the values; what was typed stays when the server refuses. */
export function useSubmit<Values>(
  form: Sendable<Values>,
  onSubmit: (values: Values) => Promise<unknown>,
): Submitting {
  const [refusal, setRefusal] = useState<ErrorWords | null>(null);
  const describe = useErrorWords();
  const submit = form.onSubmit(async (values) => {
    setRefusal(null);
    try {
      await onSubmit(values);
    } catch (error) {
      setRefusal(describe(error));
    }
  });
  return { submit, refusal };
}
