const slabBytes = 1 << 20;

/** Keeps many short columns in few buffers, so that ten thousand tables are still cheap to hand over. */
export class Slabs {
  #buffer = new ArrayBuffer(0);
  #used = 0;

  #take(bytes: number): number {
    const padded = (bytes + 7) & ~7;
    if (this.#used + padded > this.#buffer.byteLength) {
      this.#buffer = new ArrayBuffer(slabBytes);
      this.#used = 0;
    }
    const offset = this.#used;
    this.#used += padded;
    return offset;
  }

  float64(source: Float64Array, length: number): Float64Array {
    if (length * 8 > slabBytes / 8) return source.slice(0, length);
    const offset = this.#take(length * 8);
    const copy = new Float64Array(this.#buffer, offset, length);
    copy.set(source.subarray(0, length));
    return copy;
  }

  int32(source: Int32Array, length: number): Int32Array {
    if (length * 4 > slabBytes / 8) return source.slice(0, length);
    const offset = this.#take(length * 4);
    const copy = new Int32Array(this.#buffer, offset, length);
    copy.set(source.subarray(0, length));
    return copy;
  }

  uint8(source: Uint8Array, length: number): Uint8Array {
    if (length > slabBytes / 8) return source.slice(0, length);
    const offset = this.#take(length);
    const copy = new Uint8Array(this.#buffer, offset, length);
    copy.set(source.subarray(0, length));
    return copy;
  }
}
