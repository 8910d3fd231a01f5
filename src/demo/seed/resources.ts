import type { DemoState } from '@/demo/state';
import { createLabel } from '@/demo/store/labels';
import { createResource } from '@/demo/store/resources';

function telegrafConfig(plugin: string, org: string, bucket: string): string {
  return [
    `[[inputs.${plugin}]]`,
    '[[outputs.influxdb_v2]]',
    '  urls = ["http://localhost:8086"]',
    '  token = "$INFLUX_TOKEN"',
    `  organization = "${org}"`,
    `  bucket = "${bucket}"`,
    '',
  ].join('\n');
}

const HOURLY = `option task = {name: "Hourly means", every: 1h, offset: 5m}

from(bucket: "machines")
    |> range(start: -task.every)
    |> aggregateWindow(every: 10m, fn: mean)
    |> to(bucket: "machines")
`;

interface Owner {
  orgID: string;
  org: string;
  userID: string;
  bucket: string;
}

/** A little of what other tools keep on the server, so that there is something to grant. */
export function addResources(state: DemoState, { orgID, org, userID, bucket }: Owner): void {
  for (const [name, plugin] of [
    ['Gateway in hall 3', 'modbus'],
    ['Host metrics', 'cpu'],
  ] as const) {
    createResource(state, 'telegrafs', userID, {
      orgID,
      name,
      fields: {
        description: '',
        config: telegrafConfig(plugin, org, bucket),
        metadata: { buckets: [] },
      },
    });
  }
  createResource(state, 'dashboards', userID, {
    orgID,
    name: 'Shift overview',
    fields: { description: 'What the shift lead looks at' },
  });
  createResource(state, 'tasks', userID, {
    orgID,
    name: 'Hourly means',
    fields: { status: 'inactive', flux: HOURLY, every: '1h', offset: '5m' },
  });
  for (const name of ['production', 'trial']) createLabel(state, { orgID, name, properties: {} });
}
