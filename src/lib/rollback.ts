import type { ApiCall } from './apiCall';

/** What takes a step back when a later one fails. */
export interface Undo {
  /** Undefined when an answer was lost that it would need. */
  call: (answers: readonly unknown[]) => ApiCall | undefined;
  /** Said when it worked: `nora was deleted again`. */
  done: string;
  /** Said when it did not: `nora stays on the server`. */
  left: string;
  /** The refusal says that there is nothing to take back. */
  isNeedless?: (error: unknown) => boolean;
}

/** One call of a flow. */
export interface Step {
  /** What it does, as it is said when it fails: `Setting the password`. */
  name: string;
  call: (answers: readonly unknown[]) => ApiCall;
  undo?: Undo;
}

export interface Leftover {
  undo: Undo;
  error: unknown;
}

/** A flow that stopped in the middle, and what became of the steps before. `cause` is the error of the step. */
export class FlowError extends Error {
  readonly step: string;
  /** The step may have worked: its answer was lost. */
  readonly mayHaveHappened: boolean;
  readonly undone: readonly Undo[];
  readonly left: readonly Leftover[];

  constructor(stop: Pick<FlowError, 'step' | 'mayHaveHappened' | 'undone' | 'left' | 'cause'>) {
    super(`${stop.step} failed`, { cause: stop.cause });
    this.name = 'FlowError';
    this.step = stop.step;
    this.mayHaveHappened = stop.mayHaveHappened;
    this.undone = stop.undone;
    this.left = stop.left;
  }
}

export interface FlowOptions {
  send: (call: ApiCall) => Promise<unknown>;
  /** Whether a step that failed so may have worked all the same. */
  mayHaveHappened: (error: unknown) => boolean;
}

/** Sends step by step. When one fails, those before it are taken back, the last one first, and FlowError says how that went. */
export async function runFlow(steps: readonly Step[], options: FlowOptions): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const [index, step] of steps.entries()) {
    try {
      answers.push(await options.send(step.call(answers)));
    } catch (cause) {
      const mayHaveHappened = options.mayHaveHappened(cause);
      const toUndo = steps.slice(0, mayHaveHappened ? index + 1 : index);
      const outcome = await takeBack(toUndo, answers, options.send);
      throw new FlowError({ step: step.name, mayHaveHappened, ...outcome, cause });
    }
  }
  return answers;
}

async function takeBack(
  steps: readonly Step[],
  answers: readonly unknown[],
  send: FlowOptions['send'],
) {
  const undone: Undo[] = [];
  const left: Leftover[] = [];
  for (const { undo } of steps.toReversed()) {
    const call = undo?.call(answers);
    if (!undo || !call) continue;
    try {
      await send(call);
      undone.push(undo);
    } catch (error) {
      if (!undo.isNeedless?.(error)) left.push({ undo, error });
    }
  }
  return { undone, left };
}
