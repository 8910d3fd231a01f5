import { expect, it } from 'vitest';
import { authorization, basicAuthorization } from './credentials';

it.each([
  [{ kind: 'token', token: 'abc==' } as const, 'Token abc=='],
  [{ kind: 'v1', username: 'u', password: 'p:w' } as const, `Basic ${btoa('u:p:w')}`],
  [{ kind: 'session' } as const, undefined],
])('%j is sent as %s', (credentials, header) => {
  expect(authorization(credentials)).toBe(header);
});

it('passwords are sent as UTF-8', () => {
  const header = basicAuthorization('жук', 'пароль🔑');
  const bytes = Uint8Array.from(atob(header.slice('Basic '.length)), (c) => c.charCodeAt(0));
  expect(new TextDecoder().decode(bytes)).toBe('жук:пароль🔑');
});
