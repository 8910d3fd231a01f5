import type { Progress, Result, ResultCaps } from '@/lib/result';
import type { ResultRequest } from '@/lib/resultRequest';
import type { Outcome } from './run';

/** To the worker. */
export type Order =
  | { kind: 'run'; id: number; request: ResultRequest; caps?: ResultCaps; wantsPartial: boolean }
  | { kind: 'cancel'; id: number };

/** From the worker. */
export type News =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'partial'; id: number; result: Result }
  | { kind: 'outcome'; id: number; outcome: Outcome };
