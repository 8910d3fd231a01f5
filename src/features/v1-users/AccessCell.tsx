import type { Bits } from '@/lib/permissionIndex';
import classes from './v1Users.module.css';

/** Two plain elements: it is drawn for every visible row and every chosen bucket. */
export function AccessCell({ held }: { held: Bits }) {
  return (
    <>
      {(held & 1) !== 0 && <span className={classes.chip}>Read</span>}
      {(held & 2) !== 0 && <span className={classes.chip}>Write</span>}
    </>
  );
}
