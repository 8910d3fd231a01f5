import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';
import type { NamedResource } from '@/api/resourceLists';
import { hasList, resourceQueries } from '@/api/resourceLists';
import { counted } from '@/lib/counted';
import type { MatrixRow, SelectedResource } from '@/lib/permissionMatrix';
import {
  actions,
  resourceKey,
  resourcePermission,
  rowState,
  withPicked,
  withResourceCell,
  withScope,
  withoutPicked,
} from '@/lib/permissionMatrix';
import type { Granting } from '@/lib/permissionMatrixToggles';
import { blockedCell, cellToggled, fallbackOf } from '@/lib/permissionMatrixToggles';
import { isGone, resourceName, singular, typeWords } from '@/lib/permissionWords';
import type { Surroundings } from '@/lib/surroundings';
import { isById, typeLabel, typeNote } from '@/lib/typeGroups';
import { gridCell } from '@/ui/useGridFocus';
import { MatrixBox } from './MatrixBox';
import classes from './matrix.module.css';
import { ResourcePicker } from './ResourcePicker';
import { ScopeMenu } from './ScopeMenu';

export type ChangeRow = (type: string, change: (row: MatrixRow) => MatrixRow) => void;

export interface MatrixRowLinesProps {
  row: MatrixRow;
  granting: Granting;
  around: Surroundings;
  allowsGlobal: boolean;
  onChange: ChangeRow;
}

/** At first; more by a click. */
const fewLines = 30;

/** A type, and below it the single resources that are granted. */
export const MatrixRowLines = memo(function MatrixRowLines(props: MatrixRowLinesProps) {
  const { row, granting, around, allowsGlobal, onChange } = props;
  const { type, scope, selected } = row;
  const [isChosen, setIsChosen] = useState(false);
  const [lines, setLines] = useState(fewLines);
  const orgName = around.orgs.get(granting.orgID) ?? 'the org';
  const change = (next: (row: MatrixRow) => MatrixRow) => onChange(type, next);
  return (
    <>
      <tr className={classes.line} data-types={type}>
        <TypeName row={row} orgName={orgName} />
        <td className={classes.scope}>
          <ScopeMenu
            row={row}
            orgName={orgName}
            allowsGlobal={allowsGlobal}
            onChange={(next) => {
              setIsChosen(next === 'selected');
              change((before) => rescoped(before, next, granting));
            }}
          />
        </td>
        {actions.map((action) => (
          <td key={action} className={classes.tick}>
            <MatrixBox
              action={action}
              what={wholeWords(row, orgName)}
              state={rowState(row, action)}
              blocked={blockedCell(row, action, granting)}
              onToggle={() => change((before) => cellToggled(before, action, granting))}
            />
          </td>
        ))}
      </tr>
      {selected.slice(0, lines).map((resource) => (
        <ResourceLine key={resourceKey(resource)} {...props} resource={resource} />
      ))}
      {selected.length > lines && (
        <tr>
          <th scope="row" className={classes.child}>
            <span className={classes.note}>{counted(selected.length - lines, 'more', 'more')}</span>
          </th>
          <td colSpan={3}>
            <Button
              {...gridCell(0)}
              size="compact-xs"
              variant="subtle"
              onClick={() => setLines(lines + 200)}
            >
              Show more
            </Button>
          </td>
        </tr>
      )}
      {scope === 'selected' && hasList(type) && (
        <PickLine
          row={row}
          granting={granting}
          around={around}
          opensAtOnce={isChosen}
          change={change}
        />
      )}
    </>
  );
});

function rescoped(row: MatrixRow, scope: MatrixRow['scope'], granting: Granting): MatrixRow {
  const fallback = fallbackOf(row.type, granting);
  return withScope(row, scope, fallback && { ...fallback, read: false, write: false });
}

function wholeWords({ type, scope }: MatrixRow, orgName: string): string {
  const words = typeWords(type);
  if (scope === 'org') return `${words} in ${orgName}`;
  return scope === 'global' ? `${words} in every org` : `selected ${words}`;
}

interface TypeNameProps {
  row: MatrixRow;
  orgName: string;
}

function TypeName({ row, orgName }: TypeNameProps) {
  const { type, scope, selected, cells } = row;
  const isWaiting = scope === 'selected' && selected.length === 0 && (cells.read || cells.write);
  const note =
    scope === 'org' && isById(type)
      ? `Asked for by id: this matches nothing in ${orgName}`
      : isWaiting
        ? `Grants nothing until a ${singular(type)} is chosen`
        : typeNote(type);
  return (
    <th scope="row">
      <span className={classes.name}>
        {typeLabel(type)}
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </span>
    </th>
  );
}

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

interface ResourceLineProps extends MatrixRowLinesProps {
  resource: SelectedResource;
}

function ResourceLine({ row, resource, granting, around, onChange }: ResourceLineProps) {
  const { type } = row;
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
          onClick={() => onChange(type, (before) => withoutPicked(before, new Set([key])))}
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
              onChange(type, (before) => withResourceCell(before, key, action, !resource[action]))
            }
          />
        </td>
      ))}
    </tr>
  );
}

interface PickLineProps {
  row: MatrixRow;
  granting: Granting;
  around: Surroundings;
  opensAtOnce: boolean;
  change: (next: (row: MatrixRow) => MatrixRow) => void;
}

function PickLine({ row, granting, around, opensAtOnce, change }: PickLineProps) {
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
