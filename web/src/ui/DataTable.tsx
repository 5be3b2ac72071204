import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/useText';
import classes from './DataTable.module.css';
import { Icon } from './icons';
import { useRowWindow } from './useRowWindow';

export interface Column<T> {
  key: string;
  header: string;
  render: (row: T) => ReactNode;
  /** A CSS width such as `8rem` or `30%`; what is left is shared. */
  width?: string;
  align?: 'right';
  /** Makes the header a button that orders by this. */
  sortBy?: (row: T) => string | number;
  /** Left out on phones. */
  wideOnly?: boolean;
  /** The header is for screen readers only, such as over buttons. */
  hideHeader?: boolean;
}

export interface Sorting {
  key: string;
  descending: boolean;
}

interface DataTableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string | number;
  /** Enter or a click on the row. */
  onOpen?: (row: T) => void;
  /** With it the caller orders, such as by the server; without it the table orders what it has. */
  sorting?: Sorting | null;
  onSort?: (sorting: Sorting) => void;
  /** Told which rows are in sight, from the first up to before the last: for lists that are read in parts. */
  onWindow?: (first: number, last: number) => void;
  /** The most it grows to before its rows scroll. */
  maxHeight?: string;
  rowHeight?: number;
}

/** Rows of one height, of which only those in sight are in the page: ten thousand cost what thirty do. Arrow keys move between rows. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rowKey, onOpen, onWindow, maxHeight = '70vh', rowHeight = 44 } = props;
  const [ownSorting, setOwnSorting] = useState<Sorting | null>(null);
  const sorting = props.sorting === undefined ? ownSorting : props.sorting;
  const rows = props.sorting === undefined ? sorted(props.rows, columns, sorting) : props.rows;
  const scroll = useRef<HTMLDivElement>(null);
  const { first, last, active, setActive, onKeyDown } = useRowWindow(scroll, rows.length, rowHeight, (index) => {
    const row = rows[index];
    if (row !== undefined) onOpen?.(row);
  });

  useEffect(() => onWindow?.(first, last), [onWindow, first, last]);

  return (
    <div ref={scroll} className={classes.scroll} style={{ maxHeight }} onKeyDown={onKeyDown}>
      <table className={classes.table} aria-label={label} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Header key={column.key} column={column} sorting={sorting} onSort={props.onSort ?? setOwnSorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Filler height={first * rowHeight} columns={columns.length} />}
          {rows.slice(first, last).map((row, offset) => {
            const index = first + offset;
            return (
              <tr
                key={rowKey(row)}
                data-index={index}
                aria-rowindex={index + 2}
                tabIndex={index === active ? 0 : -1}
                className={onOpen === undefined ? classes.row : `${classes.row} ${classes.opens}`}
                style={{ height: rowHeight }}
                onFocus={() => setActive(index)}
                onClick={onOpen === undefined ? undefined : (event) => (isOnControl(event.target) ? undefined : onOpen(row))}
              >
                {columns.map((column) => (
                  <td key={column.key} className={cellClass(column)}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {last < rows.length && <Filler height={(rows.length - last) * rowHeight} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

function Header<T>({ column, sorting, onSort }: { column: Column<T>; sorting: Sorting | null; onSort: (sorting: Sorting) => void }) {
  const { common } = useText();
  const isSorted = sorting?.key === column.key;
  const descending = isSorted && sorting.descending;
  const direction = isSorted ? (descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" className={cellClass(column)} style={{ width: column.width }} aria-sort={direction}>
      {column.sortBy === undefined ? (
        <span className={column.hideHeader ? classes.hidden : undefined}>{column.header}</span>
      ) : (
        <UnstyledButton className={classes.sort} title={common.sortBy(column.header)} onClick={() => onSort({ key: column.key, descending: isSorted && !descending })}>
          {column.header}
          {isSorted && <Icon name={descending ? 'down' : 'up'} size={14} />}
        </UnstyledButton>
      )}
    </th>
  );
}

/** Takes the room of rows that are out of sight. */
function Filler({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={columns} className={classes.filler} />
    </tr>
  );
}

function cellClass<T>(column: Column<T>): string {
  return [classes.cell, column.align === 'right' && classes.right, column.wideOnly === true && classes.wideOnly].filter(Boolean).join(' ');
}

function isOnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a,button,input,label,[role="menuitem"]') !== null;
}

function sorted<T>(rows: readonly T[], columns: readonly Column<T>[], sorting: Sorting | null): readonly T[] {
  const by = columns.find((column) => column.key === sorting?.key)?.sortBy;
  if (by === undefined) return rows;
  const sign = sorting?.descending === true ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [by(a), by(b)];
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), undefined, { numeric: true }));
  });
}
