import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { type Case, type CaseFilter, casesQuery, pageSize } from '../queries';

export interface CaseRow {
  index: number;
  /** Null while its page is under way. */
  value: Case | null;
}

/** A row for every case of the suite, of which only the pages in sight are read. */
export function useCaseRows(suite: number, filter: CaseFilter) {
  const [inSight, setInSight] = useState<readonly number[]>([1]);
  // The first page always: it tells how many there are.
  const numbers = inSight.includes(1) ? inSight : [1, ...inSight];
  const pages = useQueries({ queries: numbers.map((page) => casesQuery(suite, filter, page)) });
  const total = pages[0]?.data?.meta?.total ?? null;

  const values = new Map<number, readonly Case[]>();
  pages.forEach((page, place) => {
    const number = numbers[place];
    if (page.data !== undefined && number !== undefined) values.set(number, page.data.data);
  });
  const indices = useMemo(() => Array.from({ length: total ?? 0 }, (_, index) => index), [total]);
  const rows = indices.map<CaseRow>((index) => ({ index, value: values.get(Math.floor(index / pageSize) + 1)?.[index % pageSize] ?? null }));

  const onWindow = useCallback((first: number, last: number) => {
    const [from, to] = [Math.floor(first / pageSize) + 1, Math.floor(Math.max(first, last - 1) / pageSize) + 1];
    const wanted = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
    setInSight((old) => (old.join() === wanted.join() ? old : wanted));
  }, []);

  return { rows, total, error: pages[0]?.error ?? null, retry: () => void pages[0]?.refetch(), onWindow };
}
