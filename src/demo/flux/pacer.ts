import { setImmediate } from 'node:timers/promises';

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
