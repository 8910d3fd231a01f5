import { byteLength } from '@/lib/byteOrder';
import { formatTime } from '@/demo/flux/time';
import type { Point } from '@/lib/lineProtocol';
import { formatSeriesKey } from '@/lib/lineProtocolWrite';
import type { Shard } from './shards';

const MAX_VALUE_BYTES = 1_048_576;

/** How builds differ in what they refuse, and in their words. */
export interface WriteRules {
  /** 2.9: a field called `time` beside others is stripped with a 422 that drops nothing; before, silently. */
  namesStrippedTime: boolean;
  /** 2.7.12: the text names the retention, the oldest and the newest point. */
  describesRetention: boolean;
}

export function writeRulesOf(version: string): WriteRules {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const rank = major * 1_000_000 + minor * 1000 + patch;
  return { namesStrippedTime: rank >= 2_009_000, describesRetention: rank >= 2_007_012 };
}

/** Why a shard refuses a whole point, or null. */
export function refusalOf(point: Point, shard: Shard): string | null {
  const { measurement, fields } = point;
  if (fields.every(([name]) => name === 'time')) return invalidTime(measurement);
  const types = shard.types.get(measurement);
  for (const [name, field] of fields) {
    if (field.type === 'string' && isTooLong(field.value)) {
      return `input field "${name}" on measurement "${measurement}" is too long, ${byteLength(field.value)} > ${MAX_VALUE_BYTES}`;
    }
    const known = types?.get(name);
    if (known !== undefined && known !== field.type && name !== 'time') {
      return `field type conflict: input field "${name}" on measurement "${measurement}" is type ${field.type}, already exists as type ${known}`;
    }
  }
  return null;
}

function isTooLong(text: string): boolean {
  return text.length * 3 > MAX_VALUE_BYTES && byteLength(text) > MAX_VALUE_BYTES;
}

function invalidTime(measurement: string): string {
  return `invalid field name: input field "time" on measurement "${measurement}" is invalid`;
}

export function strippedTime(measurement: string): string {
  return `${invalidTime(measurement)}. Field "time" has been stripped from point.`;
}

interface Timed {
  point: Point;
  time: bigint;
}

/** The points of one write that are older than their bucket keeps. */
export class Outside {
  dropped = 0;
  private oldest: Timed | null = null;
  private newest: Timed | null = null;

  add(point: Point, time: bigint): void {
    this.dropped++;
    if (!this.oldest || time < this.oldest.time) this.oldest = { point, time };
    if (!this.newest || time > this.newest.time) this.newest = { point, time };
  }

  reason(rules: WriteRules, everySeconds: number, bound: bigint): string {
    if (!rules.describesRetention || !this.oldest || !this.newest) {
      return 'points beyond retention policy';
    }
    const violates = `dropped because it violates a Retention Policy Lower Bound at ${formatTime(bound)}`;
    return (
      `dropped ${this.dropped} points outside retention policy of duration ${formatDuration(everySeconds)} - ` +
      `oldest point ${describe(this.oldest)} ${violates}, newest point ${describe(this.newest)} ${violates}`
    );
  }
}

function describe({ point, time }: Timed): string {
  return `${formatSeriesKey(point.measurement, point.tags)} at ${formatTime(time)}`;
}

/** As Go prints a duration of whole seconds of a minute and more. */
function formatDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return `${hours}h${Math.floor(seconds / 60) % 60}m${seconds % 60}s`;
}
