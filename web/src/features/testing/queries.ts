import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, dataOf } from '../../api/client';
import type { components } from '../../api/schema';

export type Schemas = components['schemas'];
export type Suite = Schemas['SuiteView'];
export type Case = Schemas['CaseView'];
export type Kind = Schemas['CaseKind'];
export type Run = Schemas['RunHead'];
export type Environment = Schemas['EnvironmentsEnvironmentView'];

export const kinds = ['smoke', 'api', 'form', 'query', 'auth', 'edge', 'security', 'e2e', 'load'] as const satisfies readonly Kind[];

/** The most that the API gives in one page. */
export const pageSize = 100;

export const projectQuery = (id: number) =>
  queryOptions({ queryKey: ['project', id], queryFn: ({ signal }) => dataOf(api.GET('/api/v1/projects/{id}', { params: { path: { id } }, signal })) });

export const environmentsQuery = (project: number) =>
  queryOptions({
    queryKey: ['environment', 'of', project],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/projects/{project_id}/environments', { params: { path: { project_id: project }, query: { per_page: pageSize } }, signal })),
  });

export const suitesQuery = (project: number) =>
  queryOptions({
    queryKey: ['suite', 'of', project],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/projects/{projectId}/test-suites', { params: { path: { projectId: project }, query: { per_page: pageSize } }, signal })),
  });

export const suiteQuery = (id: number) =>
  queryOptions({ queryKey: ['suite', id], queryFn: ({ signal }) => dataOf(api.GET('/api/v1/test-suites/{id}', { params: { path: { id } }, signal })) });

export const componentsQuery = (project: number, page: number) =>
  queryOptions({
    queryKey: ['component', project, page],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/projects/{projectId}/components', { params: { path: { projectId: project }, query: { page, per_page: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });

export const componentTotalsQuery = (project: number) =>
  queryOptions({
    queryKey: ['component', project, 'totals'],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/projects/{projectId}/components/stats', { params: { path: { projectId: project } }, signal })),
  });

export interface CaseFilter {
  q?: string;
  kind?: Kind;
  last_status?: 'passed' | 'failed' | 'skipped' | 'error';
}

export const casesQuery = (suite: number, filter: CaseFilter, page: number) =>
  queryOptions({
    queryKey: ['case', 'of', suite, filter, page],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/test-suites/{suiteId}/cases', { params: { path: { suiteId: suite }, query: { ...filter, page, per_page: pageSize } }, signal })),
  });

export const runsQuery = (suite: number, page: number, perPage = 10) =>
  queryOptions({
    queryKey: ['run', 'of', suite, page, perPage],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/test-runs', { params: { query: { suite_id: suite, page, per_page: perPage } }, signal })),
    placeholderData: keepPreviousData,
  });

export const comparisonQuery = (suite: number) =>
  queryOptions({ queryKey: ['run', 'comparison', suite], queryFn: ({ signal }) => dataOf(api.GET('/api/v1/test-suites/{id}/comparison', { params: { path: { id: suite } }, signal })) });
