import type { ApiCall } from './apiCall';
import { Variable } from './codeQuoting';
import { grantFlags } from './requestPreviewCliGrants';
import type { Command, Fields } from './requestPreviewCliCommand';
import { influx, note } from './requestPreviewCliCommand';

const token = /^\/api\/v2\/authorizations\/([^/]+)$/;
const v1User = /^\/private\/legacy\/authorizations\/([^/]+)$/;
const dbrp = /^\/api\/v2\/dbrps\/([^/]+)$/;
const user = /^\/api\/v2\/users\/([^/]+)$/;
const userPassword = /^\/api\/v2\/users\/([^/]+)\/password$/;
const newMember = /^\/api\/v2\/orgs\/([^/]+)\/(?:members|owners)$/;
const member = /^\/api\/v2\/orgs\/([^/]+)\/(?:members|owners)\/([^/]+)$/;

const fieldsOf = ({ body }: ApiCall) => body as Fields;
const password = new Variable('PASSWORD');

/** Tokens, v1 users, DBRP mappings and people. */
export const accessCommands: readonly Command[] = [
  {
    method: 'POST',
    path: /^\/api\/v2\/authorizations$/,
    line: (_id, call) => createToken(fieldsOf(call)),
  },
  { method: 'PATCH', path: token, line: (id, call) => updateToken(id, fieldsOf(call)) },
  { method: 'DELETE', path: token, line: (id) => influx('auth delete', { id }) },
  {
    method: 'POST',
    path: /^\/private\/legacy\/authorizations$/,
    line: (_id, call) => createV1User(fieldsOf(call)),
  },
  { method: 'PATCH', path: v1User, line: (id, call) => updateV1User(id, fieldsOf(call)) },
  { method: 'DELETE', path: v1User, line: (id) => influx('v1 auth delete', { id }) },
  {
    method: 'POST',
    path: /^\/private\/legacy\/authorizations\/([^/]+)\/password$/,
    line: (id) => influx('v1 auth set-password', { id, password }),
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/dbrps$/,
    line: (_id, call) => createDbrp(fieldsOf(call)),
  },
  { method: 'PATCH', path: dbrp, line: updateDbrp },
  {
    method: 'DELETE',
    path: dbrp,
    line: (id, { query }) => influx('v1 dbrp delete', { id, 'org-id': query?.['orgID'] }),
  },
  { method: 'POST', path: /^\/api\/v2\/users$/, line: (_id, call) => createUser(fieldsOf(call)) },
  { method: 'PATCH', path: user, line: (id, call) => updateUser(id, fieldsOf(call)) },
  { method: 'DELETE', path: user, line: (id) => influx('user delete', { id }) },
  {
    method: 'POST',
    path: userPassword,
    line: (id) => influx('user password', { id, password }),
  },
  {
    method: 'PUT',
    path: /^\/api\/v2\/me\/password$/,
    line: () => influx('user password', { name: new Variable('USER_NAME'), password }),
  },
  { method: 'POST', path: newMember, line: addMember },
  {
    method: 'DELETE',
    path: member,
    line: (id, { path }) => influx('org members remove', { id, member: member.exec(path)?.[2] }),
  },
];

function lines(...given: readonly (string | false)[]): string {
  return given.filter((line) => line !== false).join('\n');
}

function statusLine(command: string, { status }: Fields): string | false {
  if (status !== 'inactive') return false;
  return influx(command, { id: new Variable('ID') });
}

function createToken(body: Fields): string {
  const { orgID, userID, description } = body;
  const { flags, missing } = grantFlags(body);
  if (missing.length > 0) {
    return lines(
      note('The influx CLI cannot create this token. It has no flags for:'),
      ...missing.map((text) => note(`  ${text}`)),
    );
  }
  const hasOwner = userID !== undefined;
  return lines(
    note(
      hasOwner
        ? 'The CLI takes the owner by name.'
        : 'Without --user the CLI takes the first user it is shown as the owner.',
    ),
    influx('auth create', {
      'org-id': orgID,
      user: hasOwner ? new Variable('USER_NAME') : undefined,
      description: description || undefined,
      ...flags,
    }),
    statusLine('auth inactive', body),
  );
}

function updateToken(id: string, body: Fields): string {
  const { status, description } = body;
  return lines(
    description !== undefined && note('The influx CLI cannot change the description of a token.'),
    status !== undefined && influx(`auth ${status === 'active' ? 'active' : 'inactive'}`, { id }),
  );
}

function createV1User(body: Fields): string {
  const { orgID, token: username, description, userID } = body;
  const { flags, missing } = grantFlags(body, 'buckets by id');
  if (missing.length > 0) {
    return lines(
      note('The influx CLI gives a v1 user buckets by id, and nothing else. It has no flags for:'),
      ...missing.map((text) => note(`  ${text}`)),
    );
  }
  return lines(
    userID !== undefined && note('The CLI makes the user of its token the owner.'),
    influx('v1 auth create', {
      'org-id': orgID,
      username,
      'no-password': true,
      description: description || undefined,
      ...flags,
    }),
    statusLine('v1 auth set-inactive', body),
  );
}

function updateV1User(id: string, { status, description }: Fields): string {
  const command = status === 'active' ? 'set-active' : 'set-inactive';
  return lines(
    description !== undefined && note('The influx CLI cannot change the description of a v1 user.'),
    status !== undefined && influx(`v1 auth ${command}`, { id }),
  );
}

function createDbrp(body: Fields): string {
  const place = { 'org-id': body['orgID'] };
  return lines(
    influx('v1 dbrp create', {
      ...place,
      'bucket-id': body['bucketID'],
      db: body['database'],
      rp: body['retention_policy'],
    }),
    body['default'] === true &&
      note('The --default of create is not sent by the CLI; that of update is.'),
    body['default'] === true &&
      influx('v1 dbrp update', { ...place, id: new Variable('DBRP_ID'), default: true }),
  );
}

function updateDbrp(id: string, call: ApiCall): string {
  const { default: isDefault, retention_policy: rp } = fieldsOf(call);
  const command = influx('v1 dbrp update', {
    id,
    'org-id': call.query?.['orgID'],
    rp,
    default: isDefault === true,
  });
  return lines(
    isDefault === false &&
      note('The CLI can make a mapping the default, not take that away again.'),
    (isDefault === true || rp !== undefined) && command,
  );
}

function createUser({ name }: Fields): string {
  return lines(
    note('The CLI also makes the user a member of an org.'),
    influx('user create', { name, 'org-id': new Variable('INFLUX_ORG_ID') }),
  );
}

function updateUser(id: string, { name, status }: Fields): string {
  return lines(
    status !== undefined && note('The influx CLI cannot activate or deactivate a user.'),
    name !== undefined && influx('user update', { id, name }),
  );
}

function addMember(id: string, call: ApiCall): string {
  const isOwner = call.path.endsWith('/owners');
  return lines(
    isOwner && note('An older CLI has no --owner: it adds members only.'),
    influx('org members add', { id, member: fieldsOf(call)['id'], owner: isOwner }),
  );
}

/** `user create` does in one command what takes the API up to three calls; null for any others. */
export function newUserCommand(calls: readonly ApiCall[]): string | null {
  const [first, ...others] = calls;
  if (first?.method !== 'POST' || first.path !== '/api/v2/users' || others.length === 0)
    return null;
  const membership = others.find(({ path }) => newMember.test(path));
  const isOthers = others.every(
    ({ method, path }) => method === 'POST' && (userPassword.test(path) || newMember.test(path)),
  );
  if (!isOthers || !membership || membership.path.endsWith('/owners')) return null;
  return influx('user create', {
    name: fieldsOf(first)['name'],
    password: others.some(({ path }) => userPassword.test(path)) ? password : undefined,
    'org-id': newMember.exec(membership.path)?.[1],
  });
}
