import { useEffect, useState } from 'react';

const everyMs = 10_000;

/** The time in milliseconds, kept up with the clock; or as it was at first. */
export function useNow(isLive = true): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isLive) return undefined;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [isLive]);
  return now;
}
