import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** For the first input of a page that is there to be filled in. */
export function useInitialFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return ref;
}
