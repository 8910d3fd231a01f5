import type { TableKind } from './tablePage';

type AccessPage = Record<TableKind, () => void> & {
  make: (tokens: number) => void;
  clear: () => void;
  /** Ms until what `run` caused is on the screen. */
  painted: (run: () => unknown) => Promise<{ ms: number }>;
  words: () => { parse: number; words: number };
  invert: () => Promise<{ ms: number; longestTask: number }>;
};

declare global {
  /** What the page of `access.html` offers. */
  const accessPage: AccessPage;
}
