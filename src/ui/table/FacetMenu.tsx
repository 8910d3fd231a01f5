import { Button, Menu, ScrollArea, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { countText } from '@/lib/counted';
import type { Facet } from './tableSpec';
import { facetCounts } from './tableState';

export interface FacetMenuProps<Row> {
  facet: Facet<Row>;
  rows: readonly Row[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

export function FacetMenu<Row>({ facet, rows, chosen, onChange }: FacetMenuProps<Row>) {
  const { label } = facet;
  return (
    <Menu closeOnItemClick={false} position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          size="xs"
          variant={chosen.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} />}
          maw={320}
        >
          {chosen.length === 0 ? label : `${label}: ${chosen.join(', ')}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <FacetValues {...{ facet, rows, chosen, onChange }} />
      </Menu.Dropdown>
    </Menu>
  );
}

const searchedFrom = 15;
const drawn = 100;

/** Counted when the menu is opened. Many values are searched, and those that were chosen come first. */
function FacetValues<Row>({ facet, rows, chosen, onChange }: FacetMenuProps<Row>) {
  const counts = useMemo(() => facetCounts(rows, facet), [rows, facet]);
  const [sought, setSought] = useState('');
  const [first] = useState(() => new Set(chosen));
  const known = new Map(counts);
  const inOrder = [
    ...[...first].map((value) => [value, known.get(value) ?? 0] as const),
    ...counts.filter(([value]) => !first.has(value)),
  ];
  const found = inOrder.filter(([value]) => value.toLowerCase().includes(sought.toLowerCase()));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <>
      {inOrder.length > searchedFrom && (
        <Menu.Search
          aria-label={`Find: ${facet.label}`}
          placeholder={`One of ${countText(inOrder.length)}`}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={320}>
        {found.slice(0, drawn).map(([value, count]) => (
          <Menu.CheckboxItem
            key={value}
            checked={chosen.includes(value)}
            rightSection={
              <Text span size="xs" c="dimmed">
                {countText(count)}
              </Text>
            }
            onChange={() => toggle(value)}
          >
            {value}
          </Menu.CheckboxItem>
        ))}
        {found.length > drawn && (
          <Menu.Label>and {countText(found.length - drawn)} more: type to find them</Menu.Label>
        )}
        {found.length === 0 && <Menu.Label>Nothing is called that</Menu.Label>}
      </ScrollArea.Autosize>
      {chosen.length > 0 && (
        <>
          <Menu.Divider />
          <Menu.Item onClick={() => onChange([])}>Clear</Menu.Item>
        </>
      )}
    </>
  );
}
