import { VisuallyHidden } from '@mantine/core';
import classes from './ReadWrite.module.css';

export interface ReadWriteProps {
  reads: boolean;
  writes: boolean;
}

export function readWriteText({ reads, writes }: ReadWriteProps): string {
  if (reads && writes) return 'reads and writes';
  if (reads) return 'reads';
  return writes ? 'writes' : '';
}

/** R and W, each always in its place, so that a column of them can be read from top to bottom. */
export function ReadWrite({ reads, writes }: ReadWriteProps) {
  return (
    <>
      <VisuallyHidden>{readWriteText({ reads, writes }) || 'nothing'}</VisuallyHidden>
      <Letter letter="R" isHeld={reads} tone={classes.read} />
      <Letter letter="W" isHeld={writes} tone={classes.write} />
    </>
  );
}

function Letter(props: { letter: string; isHeld: boolean; tone: string | undefined }) {
  const { letter, isHeld, tone } = props;
  return (
    <span className={`${classes.letter} ${isHeld ? tone : classes.none}`} aria-hidden>
      {isHeld ? letter : '·'}
    </span>
  );
}
