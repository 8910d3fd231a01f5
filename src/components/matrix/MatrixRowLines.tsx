import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import { hasList } from '@/api/resourceLists';
import { counted } from '@/lib/counted';
import type { MatrixRow } from '@/lib/permissionMatrix';
import { actions, resourceKey, rowState, withScope } from '@/lib/permissionMatrix';
import type { Granting } from '@/lib/permissionMatrixToggles';
import { blockedCell, cellToggled, fallbackOf } from '@/lib/permissionMatrixToggles';
import { singular, typeWords } from '@/lib/permissionWords';
import type { Surroundings } from '@/lib/surroundings';
import { isById, typeLabel, typeNote } from '@/lib/typeGroups';
import { gridCell } from '@/ui/useGridFocus';
import { MatrixBox } from './MatrixBox';
import classes from './matrix.module.css';
import { PickLine } from './PickLine';
import { ResourceLine } from './ResourceLine';
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
        <ResourceLine
          key={resourceKey(resource)}
          {...{ type, resource, granting, around, change }}
        />
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
