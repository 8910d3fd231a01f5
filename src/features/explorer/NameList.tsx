import { Checkbox, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import { countText } from '@/lib/counted';
import { movedIndex } from '@/ui/movedIndex';
import classes from './explorer.module.css';

export interface ListedName {
  name: string;
  hint?: string;
}

export interface NameListProps {
  /** Says what the names are; read out for the group and its search. */
  label: string;
  names: readonly ListedName[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** One at a time. */
  isSingle?: boolean;
  empty: string;
}

/** Without a search, long lists are cut; with so few, a search is clutter. */
const shown = 100;
const searchFrom = 8;

/** Names to pick from, with a search when there are many. Tab reaches the list once; the arrow keys move in it. */
export function NameList({
  label,
  names,
  chosen,
  onChange,
  isSingle = false,
  empty,
}: NameListProps) {
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = useFound(names, chosen, search).slice(0, shown + 1);
  const total = useMemo(() => matching(names, search).length, [names, search]);
  const drawn = found.slice(0, shown);
  const reached = Math.min(active, drawn.length - 1);
  const toggle = (name: string, isOn: boolean) => {
    if (isSingle) onChange(isOn ? [name] : []);
    else onChange(isOn ? [...chosen, name] : chosen.filter((other) => other !== name));
  };
  const move = (event: KeyboardEvent) => {
    const to = movedIndex(event.key, reached, drawn.length - 1);
    if (to === undefined) return;
    event.preventDefault();
    setActive(to);
    list.current?.querySelectorAll('input')[to]?.focus();
  };
  if (names.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  }
  return (
    <Stack component="fieldset" bd={0} p={0} m={0} miw={0} gap={6} aria-label={label}>
      {names.length > searchFrom && (
        <TextInput
          size="xs"
          placeholder={`Search ${countText(names.length)}`}
          aria-label={`Search ${label.toLowerCase()}`}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            list.current?.querySelectorAll('input')[reached]?.focus();
          }}
        />
      )}
      <ScrollArea.Autosize mah={220} type="auto" offsetScrollbars>
        <Stack gap={5} ref={list} pt={2} pl={2}>
          {drawn.map(({ name, hint }, index) => (
            <Checkbox
              key={name}
              label={<Label name={name} hint={hint} />}
              aria-label={name === '' ? '(empty)' : name}
              aria-description={hint}
              checked={chosen.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
              tabIndex={index === reached ? 0 : -1}
              onFocus={() => setActive(index)}
              onKeyDown={move}
              styles={{ label: { overflowWrap: 'anywhere' } }}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      <Remainder found={total} />
    </Stack>
  );
}

function Label({ name, hint }: ListedName) {
  return (
    <>
      {name === '' ? '(empty)' : name}
      {hint !== undefined && <span className={classes.hint}>{hint}</span>}
    </>
  );
}

function matching(names: readonly ListedName[], search: string): readonly ListedName[] {
  const text = search.trim().toLowerCase();
  return text === '' ? names : names.filter(({ name }) => name.toLowerCase().includes(text));
}

/** What was chosen when the list appeared stands first in a long list: it could be below the cut. */
function useFound(
  names: readonly ListedName[],
  chosen: readonly string[],
  search: string,
): readonly ListedName[] {
  const [first] = useState(() => new Set(chosen));
  return useMemo(() => {
    const found = matching(names, search);
    if (names.length <= searchFrom) return found;
    const isFirst = ({ name }: ListedName) => first.has(name);
    return [...found.filter(isFirst), ...found.filter((one) => !isFirst(one))];
  }, [names, search, first]);
}

function Remainder({ found }: { found: number }) {
  if (found > 0 && found <= shown) return null;
  return (
    <Text size="xs" c="dimmed">
      {found === 0
        ? 'No name matches'
        : `${shown} of ${countText(found)} shown: search for the others`}
    </Text>
  );
}
