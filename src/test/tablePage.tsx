import { MantineProvider, Table, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Link, MemoryRouter } from 'react-router-dom';
import '@/app/mantineStyles';
import '@/app/global.css';
import { cssVariables, theme } from '@/app/theme';
import type { BucketRow } from '@/features/buckets/bucketSpec';
import { bucketSpec } from '@/features/buckets/bucketSpec';
import { DataTable } from '@/ui/table/DataTable';
import { bucketRows } from './bucketRows';
import { painted, watchPaint } from './paintProbe';

const react = createRoot(document.getElementById('root') as HTMLElement);

/** The provider stays, as in the app; its first mount is no part of a table's. */
function show(content: ReactNode) {
  react.render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables}>
      <MemoryRouter>{content}</MemoryRouter>
    </MantineProvider>,
  );
}

const href = ({ id }: BucketRow) => `/buckets/${id}`;
const menu = () => [{ label: 'Edit' }];

/** The same cells in Mantine's own table, every row drawn. */
function PlainTable({ rows }: { rows: readonly BucketRow[] }) {
  const { columns, rowKey, rowName } = bucketSpec;
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

function frame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}

let rows: BucketRow[] = [];

/** What the benchmark calls. */
const page = {
  painted,
  make: (count: number) => (rows = bucketRows(count)),
  table: () =>
    show(<DataTable spec={bucketSpec} rows={rows} href={href} menu={menu} empty={null} />),
  plain: () => show(<PlainTable rows={rows} />),
  clear: () => show(null),
  async scroll(steps: number, pixels: number) {
    const gaps: number[] = [];
    let last = await frame();
    for (let step = 1; step <= steps; step++) {
      scrollTo(0, step * pixels);
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  },
};

show(null);
watchPaint();
Object.assign(window, { tablePage: page });
