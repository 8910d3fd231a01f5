import type { FluxValue } from './values';

/** Names and what they stand for, innermost first. */
export class Scope {
  /** Once tables flow, errors no longer tell the calls they went through. */
  readonly phase: { executing: boolean };
  private readonly outer: Scope | null;
  private readonly names = new Map<string, FluxValue>();

  constructor(outer: Scope | null, phase: { executing: boolean }) {
    this.outer = outer;
    this.phase = phase;
  }

  inner(): Scope {
    return new Scope(this, this.phase);
  }

  set(name: string, value: FluxValue): void {
    this.names.set(name, value);
  }

  find(name: string): FluxValue | undefined {
    return this.names.get(name) ?? this.outer?.find(name);
  }
}
