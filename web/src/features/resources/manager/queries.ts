import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, dataOf } from '../../../api/client';
import type { components } from '../../../api/schema';

export type Port = components['schemas']['PortView'];
export type Range = components['schemas']['ManageRangesView'];
export type Service = components['schemas']['ServiceView'];
export type Trend = components['schemas']['ServiceTrendsTrend'];
export type Holder = components['schemas']['PortHolder'];
export type PortCheck = components['schemas']['CheckPortResponse'];
export type HostAlias = components['schemas']['ManageHostsView'];

export const everyHost = '*';
const perPage = 50;

/** Looks at services are no facts that anybody is told of, so what they found is asked for again. */
const lookAgain = 15_000;

export interface PortFilter {
  /** Empty for all. */
  host: string;
  type: string;
  project: number | null;
}

/** With the released ones: `Free` is one of the marks (T004-67). Of those, each port once. */
export const portsQuery = ({ host, type, project }: PortFilter, page: number) =>
  queryOptions({
    queryKey: ['port', 'list', host, type, project, page],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/resources/ports', {
          params: {
            query: { include_released: true, latest: true, page, per_page: perPage, ...(host !== '' && { host }), ...(type !== '' && { port_type: type }), ...(project !== null && { project_id: project }) },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const portHostsQuery = queryOptions({
  queryKey: ['port', 'hosts'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/resources/ports/hosts', { params: { query: { per_page: 100 } }, signal }))).data.map((one) => one.host),
});

export const historyQuery = (host: string, port: number, page: number) =>
  queryOptions({
    queryKey: ['port', 'history', host, port, page],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/resources/ports/history/{port}', { params: { path: { port }, query: { host, page, per_page: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });

export const checkQuery = (host: string, port: number) =>
  queryOptions({
    queryKey: ['port', 'check', host, port],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/resources/ports/check/{port}', { params: { path: { port }, query: { host } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });

/** Those that count for a host; with an empty one those of all. */
export const rangesQuery = (host: string) =>
  queryOptions({
    queryKey: ['port', 'ranges', host],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/resources/ports/ranges', { params: { query: host === '' ? {} : { host } }, signal })),
    placeholderData: keepPreviousData,
  });

export const aliasesQuery = (page: number) =>
  queryOptions({
    queryKey: ['port', 'aliases', page],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/resources/hosts', { params: { query: { page, per_page: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });

export const driftQuery = queryOptions({
  queryKey: ['port', 'drift'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/resources/ports/drift', { signal })),
});

const servicesOf = (project: number | null, page: number) => ({ page, per_page: perPage, ...(project !== null && { project_id: project }) });

export const servicesQuery = (project: number | null, page: number) =>
  queryOptions({
    queryKey: ['service', 'list', project, page],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/resources/services', { params: { query: servicesOf(project, page) }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: lookAgain,
  });

export const trendsQuery = (project: number | null, page: number) =>
  queryOptions({
    queryKey: ['service', 'trends', project, page],
    queryFn: async ({ signal }) => new Map((await dataOf(api.GET('/api/v1/resources/services/trends', { params: { query: servicesOf(project, page) }, signal }))).map((one) => [one.id, one])),
    placeholderData: keepPreviousData,
    refetchInterval: lookAgain,
  });

export const serviceQuery = (id: number) =>
  queryOptions({
    queryKey: ['service', 'one', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/resources/services/{id}', { params: { path: { id } }, signal })),
    refetchInterval: lookAgain,
  });
