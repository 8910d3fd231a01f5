import { useWindowEvent } from '@mantine/hooks';
import { useRef } from 'react';

/** How long the first key waits for the second. */
const waitMs = 1000;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** `g` and then a letter, typed outside of fields. */
export function useKeySequence(onLetter: (letter: string) => void): void {
  const startedAt = useRef(-Infinity);
  useWindowEvent('keydown', (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const isSecond = event.timeStamp - startedAt.current < waitMs;
    startedAt.current = event.key === 'g' ? event.timeStamp : -Infinity;
    if (isSecond && event.key !== 'g') onLetter(event.key);
  });
}
