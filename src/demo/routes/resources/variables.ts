import type { App } from '@/demo/app';
import { refuse } from '@/demo/errors';
import { readGoBody } from '@/demo/goBody';
import { goAny, goID, goPointer, goSlice, goStruct, goText } from '@/demo/goShape';
import type { DemoState } from '@/demo/state';
import { resourcesOf } from '@/demo/store/resources';
import { linksOf, pagedList, resourceOf } from './kind';
import type { Kind } from './kind';
import { resourceLabelRoutes } from './resourceLabels';

const ARGUMENTS = goPointer(
  goStruct('influxdb.VariableArguments', { type: goText(), values: goAny }),
);
const VARIABLE = goStruct('influxdb.Variable', {
  orgID: goID,
  name: goText(),
  description: goText(),
  selected: goPointer(goSlice(goText())),
  arguments: ARGUMENTS,
});
const MALFORMED = { code: 'invalid', prefix: '' } as const;
const TYPES = ['constant', 'map', 'query'];
const RESERVED = 'and import not return option test empty in or package builtin'.split(' ');

const VARIABLES: Kind = {
  type: 'variables',
  path: '/api/v2/variables',
  missing: (id) => `variable not found for key "${id}"`,
  async draft(c, state) {
    const { orgID, name, description, selected, ...rest } = await readGoBody(
      c,
      VARIABLE,
      MALFORMED,
    );
    if (name === '') refuse('invalid', 'missing variable name');
    if (!rest.arguments || !TYPES.includes(rest.arguments.type)) {
      refuse('invalid', 'invalid arguments type');
    }
    if (RESERVED.includes(name)) {
      refuse('invalid', 'Protected variable name, invalid variable name');
    }
    const wanted = name.trim().toLowerCase();
    if (resourcesOf(state, 'variables', orgID).some((v) => v.name.toLowerCase() === wanted)) {
      refuse('conflict', `variable is not unique for key ${orgID}${wanted}`);
    }
    const fields = { description, selected: selected ?? null, arguments: rest.arguments };
    return { orgID, name: name.trim(), fields };
  },
  async change(c) {
    const { name, description, selected, ...rest } = await readGoBody(c, VARIABLE, MALFORMED);
    const given = {
      ...(description === '' ? {} : { description }),
      ...(selected === undefined ? {} : { selected }),
      ...(rest.arguments === undefined ? {} : { arguments: rest.arguments }),
    };
    if (name === '' && Object.keys(given).length === 0) {
      refuse('invalid', 'no fields supplied in update');
    }
    return (record) => ({ name: name || record.name, fields: given });
  },
  body: ({ id, orgID, name, createdAt, updatedAt, fields }) => ({
    id,
    orgID,
    name,
    ...fields,
    createdAt,
    updatedAt,
    labels: [],
    links: { ...linksOf(VARIABLES, id, ['labels']), org: `/api/v2/orgs/${orgID}` },
  }),
};

export function variableRoutes(app: App, state: DemoState): void {
  pagedList(app, state, VARIABLES, { key: 'variables' });
  resourceOf(app, state, VARIABLES);
  resourceLabelRoutes(app, state, VARIABLES);
}
