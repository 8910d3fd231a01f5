import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';

export interface ErrorWords {
  title: string;
  /** In the words of whoever refused or failed. */
  detail?: string;
  /** What it means, and the way on. */
  help?: ReactNode;
}

function plain(error: unknown): ErrorWords {
  return {
    title: 'Something went wrong',
    detail: error instanceof Error ? error.message : String(error),
  };
}

/** How errors are put into words. The app gives the function that knows the server's errors. */
export const ErrorWordsContext = createContext<(error: unknown) => ErrorWords>(plain);

export function useErrorWords(): (error: unknown) => ErrorWords {
  return useContext(ErrorWordsContext);
}
