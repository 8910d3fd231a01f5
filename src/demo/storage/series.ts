import { compareBytes } from '@/lib/byteOrder';
import { detached } from './columnValues';
import type { Column } from './column';
import type { FieldType, Tags } from './storage';

/** The fields of one measurement with one set of tags. */
export class Series {
  readonly measurement: string;
  readonly tags: Tags;
  /** Listed, never read or deleted: the name was written in a form that the server does not find again. */
  readonly isUnreachable: boolean;
  /** By field; fields with several types are chained by `alternate`. */
  readonly columns = new Map<string, Column>();

  constructor(measurement: string, tags: Tags, isUnreachable: boolean) {
    this.measurement = measurement;
    this.tags = tags;
    this.isUnreachable = isUnreachable;
  }

  static detachedFrom(measurement: string, tags: Tags, isUnreachable: boolean): Series {
    const own = tags.map(([key, value]) => [detached(key), detached(value)] as const);
    return new Series(detached(measurement), own, isUnreachable);
  }

  column(field: string, type: FieldType): Column | null {
    let column = this.columns.get(field) ?? null;
    while (column && column.type !== type) column = column.alternate;
    return column;
  }

  add(column: Column): Column {
    column.alternate = this.columns.get(column.field) ?? null;
    this.columns.set(detached(column.field), column);
    return column;
  }

  /** By field name; those of one field in a row. */
  sortedColumns(): Column[] {
    return [...this.columns.entries()]
      .sort(([a], [b]) => compareBytes(a, b))
      .flatMap(([, column]) => chain(column));
  }

  prune(): void {
    for (const [field, first] of [...this.columns]) {
      const kept = chain(first).filter((column) => !column.isEmpty());
      this.columns.delete(field);
      for (const column of kept.reverse()) this.add(column);
    }
  }

  fork(): Series {
    const fork = new Series(this.measurement, this.tags, this.isUnreachable);
    for (const [field, column] of this.columns) fork.columns.set(field, column.fork());
    return fork;
  }
}

function chain(first: Column): Column[] {
  const columns: Column[] = [];
  for (let column: Column | null = first; column; column = column.alternate) columns.push(column);
  return columns;
}

/** Measurement, then tag by tag, fewer tags first, as the series file of the server. */
export function compareSeries(a: Series, b: Series): number {
  const byMeasurement = compareBytes(a.measurement, b.measurement);
  if (byMeasurement !== 0) return byMeasurement;
  for (const [i, [key, value]] of a.tags.entries()) {
    const other = b.tags[i];
    if (other === undefined) return 1;
    const byTag = compareBytes(key, other[0]) || compareBytes(value, other[1]);
    if (byTag !== 0) return byTag;
  }
  return a.tags.length - b.tags.length;
}
