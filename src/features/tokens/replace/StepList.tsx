import { VisuallyHidden } from '@mantine/core';
import type { ReplacementStep } from '@/lib/replacementRecord';
import classes from './replace.module.css';

const steps = [
  'Permissions',
  'Create',
  'Hand over',
  'Prove',
  'Deactivate the old one',
  'Test, then delete',
] as const;

/** How many of the steps are behind. */
const behind: Record<ReplacementStep, number> = {
  choose: 0,
  create: 1,
  lost: 1,
  handOver: 2,
  prove: 3,
  retire: 4,
  test: 5,
  done: 6,
  undo: -1,
  undone: -1,
};

/** What the part of the page below is called. */
export function stepLabel(step: ReplacementStep): string {
  return steps[behind[step]] ?? (behind[step] < 0 ? 'Undo' : 'Done');
}

export function StepList({ step }: { step: ReplacementStep }) {
  const at = behind[step];
  if (at < 0) return null;
  return (
    <ol className={classes.steps} aria-label="Steps">
      {steps.map((label, index) => (
        <li
          key={label}
          className={classes.step}
          data-state={index < at ? 'done' : index === at ? 'now' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={classes.number} aria-hidden>
            {index < at ? '✓' : index + 1}
          </span>
          {label}
          {index < at && <VisuallyHidden>, done</VisuallyHidden>}
        </li>
      ))}
    </ol>
  );
}
