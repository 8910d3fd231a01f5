export interface PairArrays {
  small: Uint8Array;
  large: Uint32Array;
}

/** Pairs of numbers, in as much room as they need. */
export class Pairs {
  #small = new Uint8Array(1 << 12);
  #large = new Uint32Array(1 << 12);
  length = 0;

  add(small: number, large: number): void {
    if (this.length === this.#small.length) this.#makeRoom(1);
    this.#small[this.length] = small;
    this.#large[this.length++] = large;
  }

  addAll({ small, large }: PairArrays): void {
    if (this.length + small.length > this.#small.length) this.#makeRoom(small.length);
    this.#small.set(small, this.length);
    this.#large.set(large, this.length);
    this.length += small.length;
  }

  from(start: number): PairArrays {
    const { length } = this;
    return { small: this.#small.slice(start, length), large: this.#large.slice(start, length) };
  }

  #makeRoom(more: number): void {
    const room = Math.max(this.length * 2, this.length + more);
    const small = new Uint8Array(room);
    const large = new Uint32Array(room);
    small.set(this.#small);
    large.set(this.#large);
    this.#small = small;
    this.#large = large;
  }
}
