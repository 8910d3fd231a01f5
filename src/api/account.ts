import { mutationOptions } from '@tanstack/react-query';
import { request } from './client';
import { basicAuthorization } from './credentials';

export interface PasswordChange {
  old: string;
  password: string;
}

/** The server reads the password alone. */
const anyName = 'me';

export const accountMutations = {
  /**
   * For a session, whose cookie goes beside the old password. Without `Authorization` a server answers two JSON
   * objects in a row. A token cannot send this: it sets a password by its user's id.
   */
  changePassword: mutationOptions({
    mutationFn: ({ old, password }: PasswordChange) =>
      request<undefined>('/api/v2/me/password', {
        method: 'PUT',
        body: { password },
        headers: { Authorization: basicAuthorization(anyName, old) },
      }),
    gcTime: 0,
    meta: { done: 'Password changed', errorShownInForm: true },
  }),
};
