import type { UseFormReturnType } from '@mantine/form';
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import type { ErrorWords } from '@/ui/errorWords';
import { useErrorWords } from '@/ui/errorWords';

export interface Submitting {
  submit: (event?: SyntheticEvent<HTMLFormElement>) => void;
  /** The server's answer to the last attempt, when it refused. */
  refusal: ErrorWords | null;
}

/** Sends the values; what was typed stays when the server refuses. */
export function useSubmit<Values extends Record<string, unknown>, Sent>(
  form: UseFormReturnType<Values, Sent>,
  onSubmit: (values: Sent) => Promise<unknown>,
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
