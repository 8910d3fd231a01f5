/** More different texts than this are seldom repeated. */
const most = 1 << 16;
const longest = 128;

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Knows the codes of texts by their bytes, so that a text that has come before is not made again. */
export class TextCodes {
  /** Hash → entry + 1; at most half of it is in use. */
  #slots = new Int32Array(128);
  #codes = new Int32Array(64);
  #hashes = new Int32Array(64);
  /** Where the bytes of each entry begin; one more for the end. */
  #starts = new Int32Array(65);
  #bytes = new Uint8Array(1024);
  #count = 0;
  /** Of the text that was looked for last. */
  #hash = 0;

  /** -1: not seen yet. */
  find(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > longest) return -1;
    const hash = hashOf(bytes, start, end);
    this.#hash = hash;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#slots[slot] as number) - 1;
      if (entry < 0) return -1;
      if (this.#hashes[entry] === hash && this.#isAt(entry, bytes, start, end)) {
        return this.#codes[entry] as number;
      }
    }
  }

  /** For a text that `find` has just not found. False: it is one too many, or too long. */
  add(bytes: Uint8Array, start: number, end: number, code: number): boolean {
    if (end - start > longest || this.#count === most) return false;
    if (this.#count === this.#codes.length) this.#grow();
    const entry = this.#count++;
    const at = this.#starts[entry] as number;
    this.#makeRoom(at + end - start);
    this.#bytes.set(bytes.subarray(start, end), at);
    this.#starts[entry + 1] = at + end - start;
    this.#codes[entry] = code;
    this.#hashes[entry] = this.#hash;
    this.#place(entry);
    return true;
  }

  clear(): void {
    if (this.#count === 0) return;
    this.#slots.fill(0);
    this.#count = 0;
  }

  #isAt(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const at = this.#starts[entry] as number;
    if ((this.#starts[entry + 1] as number) - at !== end - start) return false;
    for (let i = start; i < end; i++) if (bytes[i] !== this.#bytes[at + i - start]) return false;
    return true;
  }
  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[entry] as number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry + 1;
  }
  #makeRoom(size: number): void {
    if (size <= this.#bytes.length) return;
    const bigger = new Uint8Array(Math.max(size, this.#bytes.length * 2));
    bigger.set(this.#bytes);
    this.#bytes = bigger;
  }
  #grow(): void {
    const size = this.#count * 2;
    const bigger = (array: Int32Array, length: number) => {
      const copy = new Int32Array(length);
      copy.set(array);
      return copy;
    };
    this.#codes = bigger(this.#codes, size);
    this.#hashes = bigger(this.#hashes, size);
    this.#starts = bigger(this.#starts, size + 1);
    this.#slots = new Int32Array(size * 2);
    for (let entry = 0; entry < this.#count; entry++) this.#place(entry);
  }
}
