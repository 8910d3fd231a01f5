import type { GoValue } from '@/demo/goJson';
import { GoJsonError, parseGoJson } from '@/demo/goJson';
import type { BoundValue, Params } from '@/lib/influxqlTokenStream';

const goTypes = {
  object: 'map[string]interface {}',
  array: '[]interface {}',
  null: '<nil>',
} as const;

function unusable(type: string): BoundValue {
  return { unusable: `unable to bind parameter with type ${type}` };
}

function numberValue(text: string): BoundValue {
  return /^-?\d+$/.test(text) ? BigInt(text) : Number(text);
}

/** `{"identifier": "m"}` and the like say which kind of token a value stands for. */
function typedValue(name: string, value: GoValue): BoundValue {
  if (value.kind === 'string') {
    if (name === 'regex') return { regex: value.text };
    if (name === 'identifier') return { identifier: value.text };
    if (name === 'string') return { string: value.text };
    if (name === 'duration') return { duration: value.text };
  }
  if (value.kind === 'number') {
    if (name === 'integer') return { integer: BigInt(Math.trunc(Number(value.text))) };
    if (name === 'float') return { float: Number(value.text) };
  }
  return { unusable: `unknown bind object type: ${name}` };
}

function boundValue(value: GoValue): BoundValue {
  switch (value.kind) {
    case 'string':
      return value.text;
    case 'number':
      return numberValue(value.text);
    case 'bool':
      return value.value;
    case 'object': {
      const [member, ...more] = value.members;
      if (!member || more.length > 0) {
        return { unusable: 'bound object parameter value must have exactly one entry' };
      }
      return typedValue(...member);
    }
    default:
      return unusable(goTypes[value.kind]);
  }
}

/** The request's `params`; throws GoJsonError. */
export function readParams(text: string): Params {
  const value = parseGoJson(text);
  if (value.kind === 'null') return {};
  if (value.kind !== 'object') {
    throw new GoJsonError(
      `json: cannot unmarshal ${value.kind} into Go value of type map[string]interface {}`,
    );
  }
  return Object.fromEntries(value.members.map(([name, member]) => [name, boundValue(member)]));
}
