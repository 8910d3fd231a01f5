import type { ReactNode } from 'react';
import { messageOf } from '@/api/errors';
import { FlowError } from '@/lib/rollback';
import { asSentence, capitalised } from '@/lib/sentence';
import type { ErrorWords } from '@/ui/errorWords';
import { ErrorWordsContext, useErrorWords } from '@/ui/errorWords';

function flowWords(error: FlowError, cause: ErrorWords): ErrorWords {
  const { step, mayHaveHappened, undone, left } = error;
  const sentences = [
    asSentence(cause.detail ?? cause.title),
    ...undone.map(({ done }) => asSentence(capitalised(done))),
    ...left.map(({ undo, error: why }) =>
      asSentence(`${capitalised(undo.left)}: ${messageOf(why)}`),
    ),
  ];
  const isUnclear = mayHaveHappened && undone.length + left.length === 0;
  if (isUnclear) sentences.push('It may have worked all the same: look before you try again.');
  return { ...cause, title: `${step} failed`, detail: sentences.join(' ') };
}

/** Where a flow of several calls is started: says which step failed, what was taken back and what could not be. */
export function FlowWords({ children }: { children: ReactNode }) {
  const words = useErrorWords();
  const describe = (error: unknown) =>
    error instanceof FlowError ? flowWords(error, words(error.cause)) : words(error);
  return <ErrorWordsContext value={describe}>{children}</ErrorWordsContext>;
}
