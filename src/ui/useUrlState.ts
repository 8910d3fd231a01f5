import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** State of a page in its query string. Defaults are left out; nonsense is read as the default. */
export interface UrlCodec<State> {
  /** The parameters that belong to it; all others are left alone. */
  keys: readonly string[];
  read: (params: URLSearchParams) => State;
  write: (state: State) => URLSearchParams;
}

export interface UrlState<State> {
  state: State;
  /** Changes the address in place: typing, sorting, dragging. */
  adjust: (change: Partial<State>) => void;
  /** Adds an entry to the history: run, open. */
  go: (change: Partial<State>) => void;
}

function merge<State>(params: URLSearchParams, codec: UrlCodec<State>, change: Partial<State>) {
  const next = new URLSearchParams(params);
  for (const key of codec.keys) next.delete(key);
  for (const [key, value] of codec.write({ ...codec.read(params), ...change })) {
    next.append(key, value);
  }
  return next;
}

/** In the event itself: a change that waits for a transition is lost to the next one, and its control lags behind the click. */
const atOnce = { flushSync: true };

export function useUrlState<State>(codec: UrlCodec<State>): UrlState<State> {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => codec.read(params), [codec, params]);
  const adjust = useCallback(
    (change: Partial<State>) =>
      setParams((now) => merge(now, codec, change), {
        ...atOnce,
        replace: true,
        preventScrollReset: true,
      }),
    [codec, setParams],
  );
  const go = useCallback(
    (change: Partial<State>) => setParams((now) => merge(now, codec, change), atOnce),
    [codec, setParams],
  );
  return { state, adjust, go };
}
