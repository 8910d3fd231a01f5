const lf = 10;
const cr = 13;
const quote = 34;
const comma = 44;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 without quotes. */
export function plainText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 12) return utf8.decode(bytes.subarray(start, end));
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte > 127) return utf8.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** One record of a CSV (RFC 4180, CRLF or LF), as places in the bytes it was read from. */
export class CsvRecord {
  cells = 0;
  /** First byte of each cell, a quote if it has one. */
  starts = new Int32Array(64);
  /** The byte behind each cell: a comma or the end of the line. */
  ends = new Int32Array(64);
  /** First byte of the next record. */
  next = 0;
  #bytes: Uint8Array = new Uint8Array();

  /** False when the record does not end before `limit`; the end of the input ends it too. */
  read(bytes: Uint8Array, start: number, limit: number, atEnd: boolean): boolean {
    this.#bytes = bytes;
    this.cells = 0;
    let p = start;
    for (;;) {
      const end = this.#cellEnd(bytes, p, limit, atEnd);
      if (end < 0) return false;
      this.#add(p, end);
      if (end < limit && bytes[end] === comma) {
        p = end + 1;
        continue;
      }
      this.next = Math.min(end + 1, limit);
      const last = this.cells - 1;
      if (end > p && bytes[end - 1] === cr) this.ends[last] = end - 1;
      return true;
    }
  }

  isBlank(): boolean {
    return this.cells === 1 && this.starts[0] === this.ends[0];
  }
  isEmpty(cell: number): boolean {
    return cell >= this.cells || this.starts[cell] === this.ends[cell];
  }

  text(cell: number): string {
    if (cell >= this.cells) return '';
    const bytes = this.#bytes;
    const start = this.starts[cell] as number;
    const end = this.ends[cell] as number;
    if (bytes[start] !== quote) return plainText(bytes, start, end);
    return plainText(bytes, start + 1, end - 1).replaceAll('""', '"');
  }

  /** The bytes of a cell as they stand, quotes included. */
  raw(cell: number): Uint8Array {
    return this.#bytes.slice(this.starts[cell], this.ends[cell]);
  }
  equals(cell: number, raw: Uint8Array): boolean {
    if (cell >= this.cells) return raw.length === 0;
    const start = this.starts[cell] as number;
    if ((this.ends[cell] as number) - start !== raw.length) return false;
    for (let i = 0; i < raw.length; i++) if (this.#bytes[start + i] !== raw[i]) return false;
    return true;
  }

  /** Place of the comma, LF or end of input behind the cell; -1 when it is not there yet. */
  #cellEnd(bytes: Uint8Array, start: number, limit: number, atEnd: boolean): number {
    let p = start;
    if (bytes[p] === quote && p < limit) {
      p = this.#quoteEnd(bytes, p + 1, limit);
      if (p < 0) return atEnd ? limit : -1;
    }
    while (p < limit) {
      const byte = bytes[p];
      if (byte === comma || byte === lf) return p;
      p++;
    }
    return atEnd ? limit : -1;
  }
  #quoteEnd(bytes: Uint8Array, start: number, limit: number): number {
    let p = start;
    while (p < limit) {
      if (bytes[p] === quote) {
        if (p + 1 >= limit || bytes[p + 1] !== quote) return p + 1;
        p++;
      }
      p++;
    }
    return -1;
  }
  #add(start: number, end: number): void {
    if (this.cells === this.starts.length) {
      const bigger = this.cells * 2;
      const starts = new Int32Array(bigger);
      const ends = new Int32Array(bigger);
      starts.set(this.starts);
      ends.set(this.ends);
      this.starts = starts;
      this.ends = ends;
    }
    this.starts[this.cells] = start;
    this.ends[this.cells++] = end;
  }
}
