import { refuse } from '@/demo/errors';
import type { DemoState } from '@/demo/state';
import { findResource } from '@/demo/store/resources';

type Fields = Readonly<Record<string, unknown>>;

/** A body; the ids are empty where there are none. */
export type Given = Fields & { type: string; name: string; orgID: string; endpointID: string };

/** What the types of one kind have in common, and how each begins where it is not given. */
export interface Monitored {
  type: 'checks' | 'notificationRules' | 'notificationEndpoints';
  /** As its own errors name it. */
  word: string;
  /** Of an error about its type. */
  typeWord: string;
  /** Before what is wrong with a field. */
  title: string;
  types: Readonly<Record<string, Fields>>;
  subpaths: readonly string[];
  /** The first thing that is wrong with it, in the server's words. */
  problem: (given: Given, state: DemoState) => void;
}

const STATUSES = new Set<unknown>(['active', 'inactive']);

export function demandStatus({ status }: Fields): void {
  if (!STATUSES.has(status)) refuse('invalid', 'invalid status: must be active or inactive');
}

function checkProblem(given: Given, state: DemoState): void {
  demandStatus(given);
  const { type, name, orgID, every } = given;
  if (!state.orgs.has(orgID)) refuse('not found', 'organization not found');
  if (!name) refuse('invalid', "Check Name can't be empty");
  if (!every && type !== 'custom') refuse('invalid', 'Check Every must exist');
}

export const PANIC = 'runtime error: invalid memory address or nil pointer dereference';

/** The server reads it where there is none. */
export function demandRuleStatus({ status }: Fields): void {
  if (status === undefined) {
    refuse('internal error', `a panic has occurred: /api/v2/notificationRules: ${PANIC}`);
  }
}

function ruleProblem(given: Given, state: DemoState): void {
  const { name, endpointID } = given;
  if (!findResource(state, 'notificationEndpoints', endpointID)) {
    refuse('not found', 'notification endpoint not found');
  }
  if (!name) refuse('invalid', "Notification Rule Name can't be empty");
  demandStatus(given);
}

const METHODS = new Set<unknown>(['GET', 'POST', 'PUT']);
const AUTH_METHODS = new Set<unknown>(['none', 'basic', 'bearer']);

function httpProblem({ url, method, authMethod, username, password, token }: Fields): string {
  if (!url) return 'http endpoint URL is empty';
  if (!METHODS.has(method)) return 'invalid http http method';
  if (!AUTH_METHODS.has(authMethod)) return 'invalid http auth method';
  if (authMethod === 'basic' && (!username || !password)) {
    return 'invalid http username/password for basic auth';
  }
  return authMethod === 'bearer' && !token ? 'invalid http token for bearer auth' : '';
}

function endpointProblem(given: Given): void {
  const { type, name, status, url } = given;
  if (!name) refuse('invalid', "Notification Endpoint Name can't be empty");
  if (!STATUSES.has(status)) refuse('invalid', 'invalid status');
  if (type === 'slack' && !url) {
    refuse('invalid', 'slack endpoint URL must be provided');
  }
  const problem = type === 'http' ? httpProblem(given) : '';
  if (problem !== '') refuse('invalid', problem);
}

const CHECK = { statusMessageTemplate: '', tags: null };
const RULE = { runbookLink: '', messageTemplate: '' };

export const MONITORED: readonly Monitored[] = [
  {
    type: 'checks',
    word: 'check',
    typeWord: 'check',
    title: 'Check',
    types: {
      threshold: { ...CHECK, thresholds: null },
      deadman: { ...CHECK, reportZero: false, level: 'UNKNOWN' },
      custom: {},
    },
    subpaths: ['labels', 'members', 'owners', 'query'],
    problem: checkProblem,
  },
  {
    type: 'notificationRules',
    word: 'notification rule',
    typeWord: 'notification',
    title: 'Notification Rule',
    types: {
      slack: { ...RULE, channel: '' },
      pagerduty: RULE,
      http: { runbookLink: '' },
      telegram: { ...RULE, parseMode: '', disableWebPagePreview: false },
    },
    subpaths: ['labels', 'members', 'owners', 'query'],
    problem: ruleProblem,
  },
  {
    type: 'notificationEndpoints',
    word: 'notification endpoint',
    typeWord: 'notification endpoint',
    title: 'Notification Endpoint',
    types: {
      slack: { url: '', token: '' },
      pagerduty: { clientURL: '', routingKey: '' },
      http: {
        ...{ url: '', token: '', username: '', password: '' },
        ...{ authMethod: '', method: '', contentTemplate: '' },
      },
      telegram: { token: '', channel: '' },
    },
    subpaths: ['labels', 'members', 'owners'],
    problem: endpointProblem,
  },
];
