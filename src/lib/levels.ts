/** The hierarchy of credentials, from everything down to one bucket by the 1.x paths. */
export const levels = ['operator', 'all-access', 'read/write', 'v1 user'] as const;
export type Level = (typeof levels)[number];
