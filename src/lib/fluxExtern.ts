import { durationParts, fluxTime } from './fluxText';
import type { FluxVariables } from './fluxBuilder';

const identifier = (name: string) => ({ type: 'Identifier', name });
const property = (name: string, value: object) => ({
  type: 'Property',
  key: identifier(name),
  value,
});
const time = (ms: number) => ({ type: 'DateTimeLiteral', value: fluxTime(ms) });

/** `option v = {…}` as the syntax tree that a query takes beside its text: positions in errors stay those of the text. */
export function fluxExtern({ from, to, everyMs }: FluxVariables): object {
  const record = {
    type: 'ObjectExpression',
    properties: [
      property('timeRangeStart', time(from)),
      property('timeRangeStop', time(to)),
      property('windowPeriod', { type: 'DurationLiteral', values: durationParts(everyMs) }),
    ],
  };
  const assignment = { type: 'VariableAssignment', id: identifier('v'), init: record };
  return {
    type: 'File',
    package: null,
    imports: null,
    body: [{ type: 'OptionStatement', assignment }],
  };
}
