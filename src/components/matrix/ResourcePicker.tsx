import { Button, Combobox, Text, useCombobox } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { NamedResource } from '@/api/resourceLists';
import { resourceQueries } from '@/api/resourceLists';
import { counted, countText } from '@/lib/counted';
import { singular, typeWords } from '@/lib/permissionWords';
import type { Surroundings } from '@/lib/surroundings';
import { useErrorWords } from '@/ui/errorWords';
import { gridCell } from '@/ui/useGridFocus';

export interface ResourcePickerProps {
  type: string;
  orgID: string;
  around: Surroundings;
  /** Ids of what is picked already. */
  picked: ReadonlySet<string>;
  onPick: (resources: readonly NamedResource[]) => void;
  onRemove: (ids: ReadonlySet<string>) => void;
  opensAtOnce: boolean;
}

/** More are found by typing. */
const shown = 100;
const everyMatch = 'every match';

function matching(rows: readonly NamedResource[], typed: string): readonly NamedResource[] {
  const text = typed.trim().toLowerCase();
  const found =
    text === ''
      ? rows
      : rows.filter(({ id, name }) => name.toLowerCase().includes(text) || id.startsWith(text));
  return [...found.filter((row) => !isSystem(row)), ...found.filter(isSystem)];
}

/** InfluxDB's own buckets are hardly ever meant: they come last. */
function isSystem({ name }: NamedResource): boolean {
  return name.startsWith('_');
}

/** As soon as it is there: the menu that led here gives the focus back otherwise. */
function focusFirst(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
}

/** Resources of the type to add to its row or to take out again, found by name or id. */
export function ResourcePicker(props: ResourcePickerProps) {
  const { type, orgID, around, picked, onPick, onRemove, opensAtOnce } = props;
  const [typed, setTyped] = useState('');
  const store = useCombobox({
    defaultOpened: opensAtOnce,
    onDropdownOpen: () => store.focusSearchInput(),
    onDropdownClose: () => {
      store.resetSelectedOption();
      store.focusTarget();
      setTyped('');
    },
  });
  const isOpen = store.dropdownOpened;
  const { data, error } = useQuery({ ...resourceQueries.inOrg(type, orgID), enabled: isOpen });
  const found = useMemo(() => matching(data ?? [], typed), [data, typed]);
  const submit = (value: string) => {
    if (picked.has(value)) onRemove(new Set([value]));
    else onPick(value === everyMatch ? found : found.filter(({ id }) => id === value));
  };
  return (
    <Combobox store={store} onOptionSubmit={submit} width={320} position="bottom-start">
      <Combobox.Target targetType="button" withKeyboardNavigation={false}>
        <Button
          {...gridCell(0)}
          size="compact-xs"
          variant={picked.size === 0 ? 'light' : 'subtle'}
          leftSection={<IconPlus size={12} />}
          onClick={() => store.toggleDropdown()}
        >
          {picked.size === 0 ? `Choose ${typeWords(type)}` : 'Add or remove'}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          ref={focusFirst}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            store.updateSelectedOptionIndex();
          }}
          aria-label={`Find ${typeWords(type)}`}
          placeholder={data ? counted(data.length, singular(type), typeWords(type)) : 'Loading…'}
        />
        <Choices type={type} found={found} picked={picked} isLoaded={data !== undefined} />
        {type === 'buckets' && data && found.length === 0 && (
          <Elsewhere typed={typed} orgID={orgID} around={around} />
        )}
        {error && <Refused error={error} />}
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface ChoicesProps {
  type: string;
  found: readonly NamedResource[];
  picked: ReadonlySet<string>;
  isLoaded: boolean;
}

function Choices({ type, found, picked, isLoaded }: ChoicesProps) {
  const hidden = found.length - shown;
  return (
    <>
      <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={typeWords(type)}>
        {found.length > 1 && (
          <Combobox.Option value={everyMatch} fw={550}>
            Add all {countText(found.length)}
          </Combobox.Option>
        )}
        {found.slice(0, shown).map(({ id, name }) => (
          <Combobox.Option key={id} value={id} active={picked.has(id)}>
            <Text span truncate display="block">
              {picked.has(id) && <IconCheck size={12} aria-label="chosen" />} {name || id}
            </Text>
          </Combobox.Option>
        ))}
        {isLoaded && found.length === 0 && (
          <Combobox.Empty>No {singular(type)} that you can see matches</Combobox.Empty>
        )}
      </Combobox.Options>
      {hidden > 0 && (
        <Combobox.Footer>
          <Text size="xs" c="dimmed">
            {countText(hidden)} more: type to find them
          </Text>
        </Combobox.Footer>
      )}
    </>
  );
}

interface ElsewhereProps {
  typed: string;
  orgID: string;
  around: Surroundings;
}

/** A bucket of the name in another org: a token is made for one org. */
function Elsewhere({ typed, orgID, around }: ElsewhereProps) {
  const { buckets, orgs } = around;
  const elsewhere = [...buckets.values()].filter((bucket) => bucket.orgID !== orgID);
  const [bucket] = matching(elsewhere, typed);
  const own = buckets.get(bucket?.id ?? '');
  if (!own) return null;
  return (
    <Text size="xs" c="dimmed" p="xs" component="output" display="block">
      {own.name} is a bucket of {orgs.get(own.orgID) ?? 'another org'}: it takes a token of that
      org.
    </Text>
  );
}

function Refused({ error }: { error: Error }) {
  const { title, detail } = useErrorWords()(error);
  return (
    <Text size="sm" c="danger" p="xs" role="alert">
      {title}
      {detail !== undefined && `: ${detail}`}
    </Text>
  );
}
