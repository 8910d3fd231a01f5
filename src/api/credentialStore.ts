import { basePath } from './client';
import type { Credentials } from './credentials';

/** How long a new tab waits for the tabs beside it. */
const askMs = 150;
const shareKey = 'headgate.shareSignIn';

type Message =
  | { kind: 'ask'; server: string }
  | { kind: 'tell'; server: string; credentials: Credentials }
  | { kind: 'forget'; server: string };

/** This tab only: survives a reload, ends with the tab. */
function slot(server: string): string {
  return `headgate.credentials:${basePath()}:${server}`;
}

/** For a secret that was made while signed in: ends with the sign-in. */
function secretSlot(server: string, name = ''): string {
  return `headgate.secret:${basePath()}:${server}:${name}`;
}

export function keptSecret(server: string, name: string): string | undefined {
  return sessionStorage.getItem(secretSlot(server, name)) ?? undefined;
}

/** In this tab, as the credential itself; undefined drops it. */
export function keepSecret(server: string, name: string, secret: string | undefined): void {
  if (secret === undefined) sessionStorage.removeItem(secretSlot(server, name));
  else sessionStorage.setItem(secretSlot(server, name), secret);
}

/** Of the secrets that are kept. */
export function keptSecretNames(server: string): string[] {
  const prefix = secretSlot(server);
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

let channel: BroadcastChannel | undefined;

export function kept(server: string): Credentials | undefined {
  const text = sessionStorage.getItem(slot(server));
  return text === null ? undefined : (JSON.parse(text) as Credentials);
}

export function keep(server: string, credentials: Credentials): void {
  sessionStorage.setItem(slot(server), JSON.stringify(credentials));
}

/** A new sign-in, maybe of somebody else: the secrets of the one before go. */
export function keepAnew(server: string, credentials: Credentials): void {
  forgetHere(server);
  keep(server, credentials);
}

export function sharesSignIn(): boolean {
  return localStorage.getItem(shareKey) !== 'off';
}

export function setSharesSignIn(isOn: boolean): void {
  if (isOn) localStorage.removeItem(shareKey);
  else localStorage.setItem(shareKey, 'off');
}

function forgetHere(server: string): void {
  sessionStorage.removeItem(slot(server));
  for (const name of keptSecretNames(server)) keepSecret(server, name, undefined);
}

/** Forgets it here and in the tabs beside this one. */
export function forget(server: string): void {
  forgetHere(server);
  channel?.postMessage({ kind: 'forget', server } satisfies Message);
}

/** Answers tabs that ask, and hears when another tab signs out. Returns how to stop. */
export function shareWithOtherTabs(onForgotten: (server: string) => void): () => void {
  const opened = new BroadcastChannel(`headgate:${basePath()}`);
  channel = opened;
  opened.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'forget') {
      forgetHere(data.server);
      onForgotten(data.server);
    }
    const credentials = data.kind === 'ask' && sharesSignIn() ? kept(data.server) : undefined;
    if (credentials && credentials.kind !== 'session') {
      opened.postMessage({ kind: 'tell', server: data.server, credentials } satisfies Message);
    }
  };
  return () => {
    opened.close();
    channel = undefined;
  };
}

/** What a tab beside this one is signed in with. */
export function askOtherTabs(server: string): Promise<Credentials | undefined> {
  if (!sharesSignIn()) return Promise.resolve(undefined);
  const asking = new BroadcastChannel(`headgate:${basePath()}`);
  return new Promise((resolve) => {
    const finish = (credentials?: Credentials) => {
      clearTimeout(timer);
      asking.close();
      resolve(credentials);
    };
    const timer = setTimeout(finish, askMs);
    asking.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'tell' && data.server === server) finish(data.credentials);
    };
    asking.postMessage({ kind: 'ask', server } satisfies Message);
  });
}
