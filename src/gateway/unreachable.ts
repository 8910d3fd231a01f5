export type UnreachableReason = 'refused' | 'dns' | 'tls' | 'timeout' | 'closed';

const reasons: Record<string, UnreachableReason> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EACCES: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'timeout',
};

const tls = /CERT|SSL|TLS|SELF_SIGNED|ERR_TLS|EPROTO|UNABLE_TO_/;

/** Why a server could not be reached, from Node's error code. */
export function unreachableReason(error: unknown): UnreachableReason {
  const code = codeOf(error);
  if (tls.test(code)) return 'tls';
  return reasons[code] ?? 'closed';
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const texts: Record<UnreachableReason, string> = {
  refused: 'nothing answers at its address',
  dns: 'its host name is not known',
  tls: 'its TLS certificate was not accepted',
  timeout: 'it did not answer in time',
  closed: 'it closed the connection',
};

/** The body of the 502. It names the server as configured, never its address or a header. */
export function unreachable(server: string, error: unknown) {
  const reason = unreachableReason(error);
  return {
    code: 'unreachable',
    server,
    reason,
    message: `${server} cannot be reached: ${texts[reason]}`,
  };
}
