import type { ColumnBuilder } from './columnBuilders';
import { BooleanBuilder, NumberBuilder, StringBuilder } from './columnBuilders';
import { cellText } from './cellText';
import type { Column } from './columns';
import { Slabs } from './slabs';

/**
 * A column of JSON, whose type only its values tell. One that mixes types, as shards of different
 * field types may, becomes text and keeps every value.
 */
export class AnyColumn {
  builder: ColumnBuilder;
  #isDecided = false;
  #hasValue = false;

  constructor(builder?: ColumnBuilder) {
    this.builder = builder ?? new NumberBuilder('number');
    this.#isDecided = builder !== undefined;
  }

  /** The builder for a value of this kind, changed to it if need be. */
  as(kind: 'number' | 'string' | 'boolean', row: number): ColumnBuilder {
    if (this.builder.kind === kind || this.builder.kind === 'string') {
      this.#hasValue = true;
      return this.builder;
    }
    if (this.#isDecided) return this.builder;
    this.builder = this.#converted(this.#hasValue ? 'string' : kind, row);
    this.#hasValue = true;
    return this.builder;
  }

  #converted(kind: 'number' | 'string' | 'boolean', rows: number): ColumnBuilder {
    const next = kind === 'boolean' ? new BooleanBuilder() : new StringBuilder();
    while (next.capacity < this.builder.capacity) next.grow(next.capacity * 4);
    if (next.capacity > this.builder.capacity) this.builder.grow(next.capacity);
    const old = this.builder.freeze('', rows, new Slabs());
    for (let row = 0; row < rows; row++) {
      const text = cellText(old, row);
      if (text === null || next.kind === 'boolean') next.setNull(row);
      else next.set(row, text);
    }
    return next;
  }

  freeze(name: string, rows: number, slabs: Slabs): Column {
    return this.builder.freeze(name, rows, slabs);
  }
}
