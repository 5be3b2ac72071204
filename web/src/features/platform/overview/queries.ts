import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, dataOf } from '../../../api/client';
import type { components } from '../../../api/schema';

export type Run = components['schemas']['RunHead'];
export type Service = components['schemas']['ServiceView'];
export type AuditRow = components['schemas']['AuditRowView'];

/** What the server does not tell of by itself is looked at this often. */
const interval = 30_000;
const ofProject = (project: number | null) => (project === null ? {} : { project_id: project });

export const runsQuery = (project: number | null) =>
  queryOptions({
    queryKey: ['run', 'overview', project],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/test-runs', { params: { query: { per_page: 100, ...ofProject(project) } }, signal }))).data,
    refetchInterval: interval,
  });

export const servicesQuery = (project: number | null) =>
  queryOptions({
    queryKey: ['service', 'overview', project],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/resources/services', { params: { query: { per_page: 100, ...ofProject(project) } }, signal })),
    refetchInterval: interval,
  });

export const auditQuery = (project: number | null) =>
  queryOptions({
    queryKey: ['audit', 'overview', project],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/audit', { params: { query: { limit: 50, ...ofProject(project) } }, signal }))).data,
    refetchInterval: interval,
  });

export const secretsQuery = (project: number | null) =>
  queryOptions({
    queryKey: ['secret', 'overview', project],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/resources/secrets', { params: { query: { per_page: 100, ...ofProject(project) } }, signal }))).data,
  });

export const alertsQuery = queryOptions({
  queryKey: ['alert', 'overview'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/alerts', { params: { query: { state: 'firing', limit: 20 } }, signal }))).data,
  refetchInterval: interval,
});

export const deadJobsQuery = queryOptions({
  queryKey: ['job', 'overview'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/jobs', { params: { query: { state: 'dead', limit: 20 } }, signal }))).data,
  refetchInterval: interval,
});

export const driftQuery = queryOptions({
  queryKey: ['port', 'overview', 'drift'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/resources/ports/drift', { params: { query: { host: 'localhost' } }, signal })),
  staleTime: 60_000,
});
