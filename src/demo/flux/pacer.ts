import { setImmediate } from 'node:timers/promises';
import type { Table } from './table';

/** Null: no table yet, but others may have their turn. */
export type Step = Table | null;

/** After so many rows for each of which a function is called there is a step. */
const ROWS_A_STEP = 2048;

export function isStep(row: number): boolean {
  return row % ROWS_A_STEP === ROWS_A_STEP - 1;
}

/** How long a query may compute before the process does something else, in milliseconds. */
const TURN = 12;

/** Lets others in the same process have their turn. */
export class Pacer {
  private since = performance.now();

  /** Null most of the time: then there is nothing to wait for. */
  pause(): Promise<void> | null {
    return this.isDue() ? this.rest() : null;
  }

  isDue(): boolean {
    return performance.now() - this.since >= TURN;
  }

  private async rest(): Promise<void> {
    await setImmediate();
    this.since = performance.now();
  }
}
