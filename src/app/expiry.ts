/** One question to the person for all calls that found the credential expired. */
export interface Expiry {
  /** Resolves after a new sign-in; rejects when the call itself is aborted. */
  signInAgain: (signal?: AbortSignal) => Promise<void>;
  isAsking: () => boolean;
  subscribe: (listener: () => void) => () => void;
  signedIn: () => void;
}

export function createExpiry(): Expiry {
  const listeners = new Set<() => void>();
  let waiting: (() => void)[] | undefined;
  const changed = () => listeners.forEach((listener) => listener());
  return {
    signInAgain: (signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        if (waiting) {
          waiting.push(resolve);
          return;
        }
        waiting = [resolve];
        changed();
      }),
    isAsking: () => waiting !== undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signedIn() {
      const calls = waiting ?? [];
      waiting = undefined;
      changed();
      calls.forEach((resume) => resume());
    },
  };
}
