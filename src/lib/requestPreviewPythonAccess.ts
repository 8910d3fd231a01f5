import { idOrVariable } from './awaitedIds';
import { literal, pythonString } from './codeQuoting';
import type { Permission } from './permissions';
import type { Fields, Idiom } from './requestPreviewPythonCode';
import { raw, statement } from './requestPreviewPythonCode';

const id = '([^/]+)';

/** Tokens, DBRP mappings and people; v1 users have no API of their own in the package. */
export const accessIdioms: readonly Idiom[] = [
  {
    method: 'POST',
    path: /^\/api\/v2\/authorizations$/,
    imports: [
      'AuthorizationPostRequest',
      'AuthorizationsService',
      'Permission',
      'PermissionResource',
    ],
    code: (_id, { body }) => createToken(body as Fields),
  },
  {
    method: 'DELETE',
    path: new RegExp(`^/api/v2/authorizations/${id}$`),
    code: (of) => `client.authorizations_api().delete_authorization(${pythonId(of)})`,
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/users$/,
    code: (_id, { body }) =>
      `user = ${statement('client.users_api().create_user', { name: (body as Fields)['name'] })}`,
  },
  {
    method: 'DELETE',
    path: new RegExp(`^/api/v2/users/${id}$`),
    code: (of) => `client.users_api().delete_user(${pythonId(of)})`,
  },
  {
    method: 'POST',
    path: new RegExp(`^/api/v2/users/${id}/password$`),
    code: (of, { body }) =>
      statement('client.users_api().update_password', {
        user: idOrVariable(of),
        password: (body as Fields)['password'],
      }),
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/dbrps$/,
    imports: ['DBRPCreate', 'DBRPsService'],
    code: (_id, { body }) => {
      const { orgID, bucketID, database, retention_policy, default: isDefault } = body as Fields;
      const create = statement('DBRPCreate', {
        org_id: orgID,
        bucket_id: bucketID,
        database,
        retention_policy,
        default: isDefault,
      });
      return statement('DBRPsService(client.api_client).post_dbrp', {
        dbrp_create: raw(deeper(create)),
      });
    },
  },
  {
    method: 'DELETE',
    path: new RegExp(`^/api/v2/dbrps/${id}$`),
    imports: ['DBRPsService'],
    code: (of, { query }) =>
      statement('DBRPsService(client.api_client).delete_dbrpid', {
        dbrp_id: idOrVariable(of),
        org_id: query?.['orgID'],
      }),
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/labels$/,
    code: (_id, { body }) => {
      const { orgID, name, properties } = body as Fields;
      return statement('client.labels_api().create_label', { name, org_id: orgID, properties });
    },
  },
];

function pythonId(of: string): string {
  return literal(idOrVariable(of), 'python');
}

function createToken({ orgID, userID, status, description, permissions }: Fields): string {
  const held = (permissions ?? []) as Permission[];
  const request = statement('AuthorizationPostRequest', {
    org_id: orgID,
    user_id: userID,
    status,
    description,
    permissions: raw(`[\n${held.map((one) => `        ${permission(one)},\n`).join('')}    ]`),
  });
  return statement('created = AuthorizationsService(client.api_client).post_authorizations', {
    authorization_post_request: raw(deeper(request)),
  });
}

function permission({ action, resource: { type, orgID, id: of } }: Permission): string {
  const fields = Object.entries({ type, id: of, org_id: orgID })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${literal(value, 'python')}`);
  return `Permission(action=${pythonString(action)}, resource=PermissionResource(${fields.join(', ')}))`;
}

/** One level in, but for the first line. */
function deeper(text: string): string {
  return text.replaceAll('\n', '\n    ');
}
