import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderPart } from '../test/render';
import { type Column, DataTable } from './DataTable';

interface Row {
  id: number;
  name: string;
}

const columns: Column<Row>[] = [
  { key: 'id', header: 'Number', render: (row) => row.id, sortBy: (row) => row.id },
  { key: 'name', header: 'Name', render: (row) => row.name, sortBy: (row) => row.name },
];
const many = Array.from({ length: 10_000 }, (_, id) => ({ id, name: `case ${9_999 - id}` }));
const table = (rows: Row[], onOpen?: (row: Row) => void) => renderPart(<DataTable label="Cases" columns={columns} rows={rows} rowKey={(row) => row.id} {...(onOpen && { onOpen })} />);
const firstCell = () => within(screen.getAllByRole('row')[1] ?? document.body).getAllByRole('cell')[0]?.textContent;

test('of ten thousand rows only those in sight are in the page, and a reader hears how many there are', () => {
  table(many);
  expect(screen.getAllByRole('row').length).toBeLessThan(100);
  expect(screen.getByRole('table', { name: 'Cases' })).toHaveAttribute('aria-rowcount', '10001');
});

test('a header orders by its column, and again the other way round', async () => {
  table(many.slice(0, 20));
  const header = screen.getByRole('columnheader', { name: 'Name' });
  await userEvent.click(within(header).getByRole('button'));
  expect(header).toHaveAttribute('aria-sort', 'ascending');
  expect(firstCell()).toBe('19');
  await userEvent.click(within(header).getByRole('button'));
  expect(header).toHaveAttribute('aria-sort', 'descending');
  expect(firstCell()).toBe('0');
});

test('numbers are ordered as numbers', async () => {
  table([10, 9, 100].map((id) => ({ id, name: '' })));
  await userEvent.click(screen.getByRole('button', { name: 'Number' }));
  expect(screen.getAllByRole('cell').filter((_, index) => index % 2 === 0).map((cell) => cell.textContent)).toEqual(['9', '10', '100']);
});

test('Enter opens the row that has the focus', async () => {
  const onOpen = vi.fn();
  table(many.slice(0, 3), onOpen);
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledWith(many[0]);
});
