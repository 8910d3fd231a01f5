import type { SetupDraft } from '@/api/setup';
import { minRetentionSeconds, parseRetention } from '@/lib/retention';

export interface SetupValues extends Record<string, unknown> {
  username: string;
  password: string;
  repeated: string;
  org: string;
  bucket: string;
  /** Free text: `30d`, `infinite`. */
  retention: string;
}

export const emptySetup: SetupValues = {
  username: '',
  password: '',
  repeated: '',
  org: '',
  bucket: '',
  retention: 'infinite',
};

/** InfluxDB counts bytes. */
function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function passwordProblem(password: string): string | null {
  const length = bytes(password);
  return length < 8 || length > 72 ? 'A password has 8 to 72 characters' : null;
}

function bucketProblem(name: string): string | null {
  if (name.trim() === '') return 'Name the first bucket';
  if (name.startsWith('_')) return 'Names with a leading underscore are for system buckets';
  return name.includes('"') ? 'A bucket name has no double quotes' : null;
}

function retentionProblem(text: string): string | null {
  const retention = parseRetention(text);
  if ('error' in retention) return retention.error;
  const isTooShort = retention.seconds > 0 && retention.seconds < minRetentionSeconds;
  return isTooShort ? 'At least 1h, or infinite' : null;
}

/**
 * The server creates user and org before it looks at the retention: one below an hour leaves it set up
 * without a bucket or token. So everything is checked here first.
 */
export function validateSetup(values: SetupValues) {
  return {
    username: values.username.trim() === '' ? 'Name the first user' : null,
    password: passwordProblem(values.password),
    repeated: values.repeated === values.password ? null : 'This is not the same password',
    org: values.org.trim() === '' ? 'Name the first org' : null,
    bucket: bucketProblem(values.bucket),
    retention: retentionProblem(values.retention),
  };
}

export function setupDraft(values: SetupValues): SetupDraft {
  const retention = parseRetention(values.retention);
  return {
    username: values.username,
    password: values.password,
    org: values.org,
    bucket: values.bucket,
    retentionPeriodSeconds: 'seconds' in retention ? retention.seconds : 0,
  };
}
