import type { Duration } from './durations';
import { fail } from './fluxError';
import type { StreamNode } from './stream';
import type { FluxFunction, FluxRecord, FluxValue } from './values';

type ValueType = FluxValue['type'];

/** What a function of the library was called with. The type checker has seen it before. */
export class Arguments {
  private readonly values: ReadonlyMap<string, FluxValue>;

  constructor(values: ReadonlyMap<string, FluxValue>) {
    this.values = values;
  }

  optional(name: string): FluxValue | undefined {
    const value = this.values.get(name);
    return value?.type === 'null' ? undefined : value;
  }

  required(name: string): FluxValue {
    return this.values.get(name) ?? fail(`missing required argument "${name}"`);
  }

  string(name: string, fallback?: string): string {
    const value = this.typed(name, 'string', fallback !== undefined);
    return value?.value ?? fallback ?? fail(`missing required argument "${name}"`);
  }

  optionalString(name: string): string | undefined {
    return this.typed(name, 'string', true)?.value;
  }

  bool(name: string, fallback: boolean): boolean {
    return this.typed(name, 'bool', true)?.value ?? fallback;
  }

  int(name: string, fallback?: number): number {
    const value = this.typed(name, 'int', fallback !== undefined);
    return value ? Number(value.value) : (fallback ?? 0);
  }

  duration(name: string): Duration | undefined {
    return this.typed(name, 'duration', true)?.value;
  }

  strings(name: string): string[] | undefined {
    const value = this.typed(name, 'array', true);
    return value?.items.map((item) =>
      item.type === 'string' ? item.value : fail(`expected string, got ${item.type}`),
    );
  }

  array(name: string): readonly FluxValue[] {
    return this.typed(name, 'array', false)?.items ?? [];
  }

  fn(name: string): FluxFunction {
    return this.typed(name, 'function', false) ?? fail(`missing required argument "${name}"`);
  }

  optionalFn(name: string): FluxFunction | undefined {
    return this.typed(name, 'function', true);
  }

  record(name: string): FluxRecord | undefined {
    return this.typed(name, 'record', true);
  }

  stream(name = 'tables'): StreamNode {
    const value = this.required(name);
    return value.type === 'stream' ? value.node : fail('argument "tables" is not a stream');
  }

  private typed<T extends ValueType>(
    name: string,
    type: T,
    isOptional: boolean,
  ): Extract<FluxValue, { type: T }> | undefined {
    const value = isOptional ? this.optional(name) : this.required(name);
    if (value === undefined) return undefined;
    if (value.type === type) return value as Extract<FluxValue, { type: T }>;
    return fail(`keyword argument "${name}" should be of kind ${type}, but got ${value.type}`);
  }
}
