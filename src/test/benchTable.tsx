import { MantineProvider, Table, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Link, MemoryRouter } from 'react-router-dom';
import '@/app/mantineStyles';
import '@/app/global.css';
import { cssVariables, theme } from '@/app/theme';
import type { TableSpec } from '@/ui/table/tableSpec';

/** Draws into the page of a benchmark. The provider stays, as in the app; its first mount is no part of a table's. */
export function createStage(): (content: ReactNode) => void {
  const react = createRoot(document.getElementById('root') as HTMLElement);
  return (content) =>
    react.render(
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables}>
        <MemoryRouter>{content}</MemoryRouter>
      </MantineProvider>,
    );
}

interface PlainTableProps<Row> {
  spec: TableSpec<Row>;
  rows: readonly Row[];
  href: (row: Row) => string;
}

/** The same cells in Mantine's own table, every row drawn. */
export function PlainTable<Row>({ spec, rows, href }: PlainTableProps<Row>) {
  const { columns, rowKey, rowName } = spec;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ key, label }) => (
            <Table.Th key={key}>{label}</Table.Th>
          ))}
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={rowKey(row)}>
            {columns.map(({ key, text, cell = text }, position) => (
              <Table.Td key={key} title={text(row)}>
                {position === 0 ? <Link to={href(row)}>{cell(row)}</Link> : cell(row)}
              </Table.Td>
            ))}
            <Table.Td>
              <UnstyledButton aria-label={`Actions for ${rowName(row)}`}>⋯</UnstyledButton>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
