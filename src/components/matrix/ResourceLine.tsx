import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { hasList, resourceQueries } from '@/api/resourceLists';
import type { MatrixRow, SelectedResource } from '@/lib/permissionMatrix';
import {
  actions,
  resourceKey,
  resourcePermission,
  withResourceCell,
  withoutPicked,
} from '@/lib/permissionMatrix';
import type { Granting } from '@/lib/permissionMatrixToggles';
import { isGone, resourceName, singular } from '@/lib/permissionWords';
import type { Surroundings } from '@/lib/surroundings';
import { gridCell } from '@/ui/useGridFocus';
import { MatrixBox } from './MatrixBox';
import classes from './matrix.module.css';

/** Names come with the permission, from what is known of the server, or from the list of the type. */
function useName(type: string, resource: SelectedResource, around: Surroundings, orgID: string) {
  const { id, name } = resource;
  const known = resourceName({ type, id, name }, around);
  const { data } = useQuery({
    ...resourceQueries.inOrg(type, orgID),
    enabled: known === undefined && hasList(type) && !isGone({ type, id }, around),
  });
  return known ?? data?.find((each) => each.id === id)?.name;
}

export interface ResourceLineProps {
  type: string;
  resource: SelectedResource;
  granting: Granting;
  around: Surroundings;
  change: (next: (row: MatrixRow) => MatrixRow) => void;
}

/** A single resource that is granted, below the row of its type. */
export function ResourceLine({ type, resource, granting, around, change }: ResourceLineProps) {
  const { id } = resource;
  const key = resourceKey(resource);
  const name = useName(type, resource, around, granting.orgID);
  const what = `${singular(type)} ${name ?? id}`;
  return (
    <tr className={classes.line} data-types={type} data-resource={key}>
      <th scope="row" className={classes.child}>
        <span className={classes.name}>
          {name ?? id}
          {isGone({ type, id }, around) && (
            <span className={classes.note}>gone: grants nothing</span>
          )}
          {name !== undefined && <span className={classes.id}>{id}</span>}
        </span>
      </th>
      <td className={classes.scope}>
        <ActionIcon
          {...gridCell(0)}
          size="xs"
          aria-label={`Remove ${what}`}
          onClick={() => change((before) => withoutPicked(before, new Set([key])))}
        >
          <IconX size={12} />
        </ActionIcon>
      </td>
      {actions.map((action) => (
        <td key={action} className={classes.tick}>
          <MatrixBox
            action={action}
            what={what}
            state={resource[action] ? 'on' : 'off'}
            blocked={granting.whyNot(resourcePermission(type, resource, action))}
            onToggle={() =>
              change((before) => withResourceCell(before, key, action, !resource[action]))
            }
          />
        </td>
      ))}
    </tr>
  );
}
