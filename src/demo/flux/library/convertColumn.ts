import { convertValues } from '@/demo/flux/mapRows';
import { transform } from './builtin';
import type { Names } from './builtin';
import { CONVERSIONS } from './conversions';

/** They convert `_value`. */
export function columnConversions(): Names {
  return {
    toInt: transform(() => convertValues('int', CONVERSIONS.int)),
    toUInt: transform(() => convertValues('uint', CONVERSIONS.uint)),
    toFloat: transform(() => convertValues('float', CONVERSIONS.float)),
    toString: transform(() => convertValues('string', CONVERSIONS.string)),
    toBool: transform(() => convertValues('bool', CONVERSIONS.bool)),
    toTime: transform(() => convertValues('time', CONVERSIONS.time)),
  };
}
