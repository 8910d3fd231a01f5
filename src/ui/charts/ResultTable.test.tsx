import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ResultTable as Table } from '@/lib/columns';
import { ResultTable } from './ResultTable';

const rows = 100_000;
const table: Table = {
  result: '_result',
  id: 0,
  length: rows,
  columns: [
    {
      kind: 'number',
      type: 'long',
      name: '_value',
      v: Float64Array.from({ length: rows }, (_, i) => i),
      exact: new Map([[rows - 1, '9223372036854775807']]),
    },
    { kind: 'constant', type: 'string', name: 'host', text: 'h1' },
  ],
};

function show() {
  render(
    <MantineProvider env="test">
      <ResultTable label="Rows" tables={[table]} />
    </MantineProvider>,
  );
  return userEvent.setup();
}

describe('raw rows', () => {
  it('only those in view exist, and how many there are is said', () => {
    show();
    expect(screen.getByRole('table', { name: 'Rows' })).toHaveAttribute('aria-rowcount', '100001');
    expect(screen.getAllByRole('row').length).toBeLessThan(30);
    expect(screen.getByRole('columnheader', { name: '_value long' })).toBeVisible();
  });

  it('keys reach the last row, with every digit of it', async () => {
    const user = show();
    screen.getByRole('region', { name: 'Rows: rows' }).focus();
    await user.keyboard('{End}');
    expect(screen.getByRole('cell', { name: '9223372036854775807' })).toBeVisible();
    expect(screen.getByRole('rowheader', { name: '100000' })).toBeVisible();
    await user.keyboard('{Home}{ArrowDown}');
    expect(screen.getAllByRole('rowheader')[0]).toHaveTextContent(/^2$/);
  });
});
