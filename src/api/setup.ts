import { mutationOptions } from '@tanstack/react-query';
import { open, requestOver } from './client';

export interface SetupDraft {
  username: string;
  password: string;
  org: string;
  bucket: string;
  /** 0 keeps data for good; 1 to 3599 breaks the server's set-up half-way. */
  retentionPeriodSeconds: number;
}

export interface SetupOutcome {
  user: { id: string; name: string };
  org: { id: string; name: string };
  bucket: { id: string; name: string };
  auth: { id: string; token: string };
}

export function isSetupAllowed(server: string, signal?: AbortSignal): Promise<boolean> {
  return requestOver<{ allowed: boolean }>(open(server), '/api/v2/setup', { signal }).then(
    ({ allowed }) => allowed,
  );
}

export const setupMutations = {
  run: (server: string) =>
    mutationOptions({
      mutationFn: (body: SetupDraft) =>
        requestOver<SetupOutcome>(open(server), '/api/v2/setup', { method: 'POST', body }),
      // It takes the password and answers with the operator token.
      gcTime: 0,
      meta: { errorShownInForm: true },
    }),
};
