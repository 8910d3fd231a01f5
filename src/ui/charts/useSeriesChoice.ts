import { useCallback, useMemo, useState } from 'react';

export interface SeriesChoice {
  hidden: ReadonlySet<string>;
  isolate: (key: string) => void;
  toggle: (key: string) => void;
  reset: () => void;
}

/** Which series are hidden. Isolating the one that is alone already brings all back. */
export function useSeriesChoice(keys: readonly string[]): SeriesChoice {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const hidden = useMemo(() => {
    const present = new Set(keys.filter((key) => chosen.has(key)));
    return present.size === keys.length ? new Set<string>() : present;
  }, [keys, chosen]);

  const isolate = useCallback(
    (key: string) => {
      const others = keys.filter((other) => other !== key);
      setChosen((before) => {
        const isAlone = !before.has(key) && others.every((other) => before.has(other));
        return new Set(isAlone ? [] : others);
      });
    },
    [keys],
  );
  const toggle = useCallback((key: string) => {
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const reset = useCallback(() => setChosen(new Set()), []);
  return { hidden, isolate, toggle, reset };
}
