import { useMemo } from 'react';
import type { NamedResource } from '@/api/resourceLists';
import type { MatrixRow } from '@/lib/permissionMatrix';
import { resourceKey, withPicked, withoutPicked } from '@/lib/permissionMatrix';
import type { Granting } from '@/lib/permissionMatrixToggles';
import type { Surroundings } from '@/lib/surroundings';
import { isById } from '@/lib/typeGroups';
import classes from './matrix.module.css';
import { ResourcePicker } from './ResourcePicker';

export interface PickLineProps {
  row: MatrixRow;
  granting: Granting;
  around: Surroundings;
  opensAtOnce: boolean;
  change: (next: (row: MatrixRow) => MatrixRow) => void;
}

/** Where single resources are added to the row of their type. */
export function PickLine({ row, granting, around, opensAtOnce, change }: PickLineProps) {
  const { type, selected } = row;
  const { orgID, whyNot } = granting;
  const picked = useMemo(() => new Set(selected.map(({ id }) => id)), [selected]);
  const pick = (resources: readonly NamedResource[]) =>
    change((before) =>
      withPicked(
        before,
        resources.map(({ id, name }) => (isById(type) ? { id, name } : { id, name, orgID })),
        (permission) => whyNot(permission) === undefined,
      ),
    );
  const remove = (ids: ReadonlySet<string>) =>
    change((before) => {
      const keys = before.selected.filter(({ id }) => ids.has(id)).map(resourceKey);
      return withoutPicked(before, new Set(keys));
    });
  return (
    <tr>
      <th scope="row" className={classes.child}>
        <span className={classes.note}>By name or id</span>
      </th>
      <td colSpan={3}>
        <ResourcePicker
          type={type}
          orgID={orgID}
          around={around}
          picked={picked}
          onPick={pick}
          onRemove={remove}
          opensAtOnce={opensAtOnce}
        />
      </td>
    </tr>
  );
}
