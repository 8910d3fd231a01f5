import { QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';
import type { Rendered } from './renderRoute';

export const clients = new Set<QueryClient>();
/** Every place outside the page that was told something, as text. */
const told: string[] = [];

/** From now on everything is watched; `vi.restoreAllMocks` ends it. */
export function watchSecrets(): void {
  clients.clear();
  told.length = 0;
  const mount = QueryClient.prototype.mount;
  vi.spyOn(QueryClient.prototype, 'mount').mockImplementation(function (this: QueryClient) {
    clients.add(this);
    mount.call(this);
  });
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, name).mockImplementation((...words: unknown[]) => {
      told.push(`console: ${words.map(String).join(' ')}`);
    });
  }
  const { setItem } = Storage.prototype;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
    if (this === localStorage) told.push(`localStorage: ${key} ${value}`);
    setItem.call(this, key, value);
  });
  const { postMessage } = BroadcastChannel.prototype;
  vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(function (
    this: BroadcastChannel,
    message: unknown,
  ) {
    told.push(`other tabs: ${JSON.stringify(message)}`);
    postMessage.call(this, message);
  });
}

/** The address of every request too: proxies log it. */
export function noteAddresses(gateway: Rendered['gateway']) {
  const { intercept } = gateway;
  gateway.intercept = (request) => {
    told.push(`address: ${request.url}`);
    return intercept(request);
  };
}

export function cached(): string[] {
  return [...clients].flatMap((client) => [
    ...client
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => `query: ${JSON.stringify(queryKey)}`),
    ...client
      .getQueryCache()
      .getAll()
      .map(({ state }) => `answer: ${JSON.stringify(state.data)}`),
    ...client
      .getMutationCache()
      .getAll()
      .map(({ state: { variables, data, error } }) => {
        return `mutation: ${JSON.stringify([variables, data, String(error)])}`;
      }),
  ]);
}

export function inTab(): string[] {
  return Object.entries(sessionStorage).map(([key, value]) => `sessionStorage: ${key} ${value}`);
}

interface Allowed {
  /** The tab may keep it, in the place of the credential. */
  tab?: boolean;
  /** The page that it was typed into or is shown on is open. */
  page?: boolean;
}

/** Where the secret is found though it must not be. */
export function leaks(
  secret: string,
  { here }: Pick<Rendered, 'here'>,
  allowed: Allowed = {},
): string[] {
  const places = [
    ...told,
    ...Object.entries(localStorage).map(([key, value]) => `localStorage: ${key} ${value}`),
    `address bar: ${here()} ${location.href} ${document.title} ${JSON.stringify(history.state)}`,
    ...(allowed.tab ? [] : inTab()),
    ...(allowed.page ? [] : [...cached(), `page: ${pageText()}`]),
  ];
  return places.filter((place) => place.includes(secret));
}

export function pageText(): string {
  const typed = [...document.querySelectorAll('input, textarea')].map(
    (input) => (input as HTMLInputElement).value,
  );
  return [document.documentElement.outerHTML, ...typed].join(' ');
}
