import { Kbd, Modal, Table } from '@mantine/core';
import type { MenuItem } from './useMenu';

export interface ShortcutsProps {
  items: readonly MenuItem[];
  onClose: () => void;
}

export function Shortcuts({ items, onClose }: ShortcutsProps) {
  const screens = items
    .filter(({ obstacle }) => obstacle === undefined)
    .flatMap(({ feature: { label: what }, shortcut }) =>
      shortcut === undefined ? [] : [{ keys: ['g', shortcut], what }],
    );
  const rows = [
    { keys: ['Ctrl', 'K'], what: 'Find a screen, an org or a bucket' },
    { keys: ['/'], what: 'Search the list of the page' },
    { keys: ['Ctrl', 'Enter'], what: 'Run the query that is being edited' },
    { keys: ['?'], what: 'These shortcuts' },
    ...screens,
    { keys: ['Esc'], what: 'Close what is open' },
  ];
  return (
    <Modal opened onClose={onClose} title="Keyboard shortcuts">
      <Table>
        <Table.Tbody>
          {rows.map(({ keys, what }) => (
            <Table.Tr key={what}>
              <Table.Td>{what}</Table.Td>
              <Table.Td ta="right">
                {keys.map((key) => (
                  <Kbd key={key} ml={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
