import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, dataOf } from '../../../api/client';
import type { Schemas } from '../queries';

export type RunDetails = Schemas['ReadRunResponse'];
export type Result = Schemas['ResultItem'];
export type ResultDetails = Schemas['ReadResultResponse'];

export interface ResultFilter {
  status?: 'passed' | 'failed' | 'skipped' | 'error';
  cause_key?: string;
  q?: string;
}

export const runQuery = (id: number) => queryOptions({ queryKey: ['run', id], queryFn: ({ signal }) => dataOf(api.GET('/api/v1/test-runs/{id}', { params: { path: { id } }, signal })) });

export const resultsQuery = (run: number, filter: ResultFilter) =>
  infiniteQueryOptions({
    queryKey: ['result', 'of', run, filter],
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/v1/test-runs/{id}/results', { params: { path: { id: run }, query: { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } }, signal })),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.meta?.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });

function firstPage(): string | null {
  return null;
}

export const resultQuery = (id: number) => queryOptions({ queryKey: ['result', id], queryFn: ({ signal }) => dataOf(api.GET('/api/v1/test-results/{id}', { params: { path: { id } }, signal })) });
