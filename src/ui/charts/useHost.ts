import { useCallback, useState } from 'react';

/** An element and its width, known before the first paint: waiting for an observer would cost two frames. */
export function useHost() {
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = () => setWidth(element.clientWidth);
    setHost(element);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, host, width };
}
