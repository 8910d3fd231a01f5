import { useEffect, useState } from 'react';
import { copyText } from './copyText';

export type CopyOutcome = 'none' | 'copied' | 'failed';

const shownMs = 2000;

/** Copies a text and says for a moment how it went: `copied` only when the browser did it. */
export function useCopy(text: string): { outcome: CopyOutcome; copy: () => void } {
  const [outcome, setOutcome] = useState<CopyOutcome>('none');
  useEffect(() => {
    if (outcome === 'none') return undefined;
    const timer = setTimeout(() => setOutcome('none'), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => {
    void copyText(text).then((isCopied) => setOutcome(isCopied ? 'copied' : 'failed'));
  };
  return { outcome, copy };
}
