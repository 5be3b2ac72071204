import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, taggedOf } from '../../../api/client';
import type { components } from '../../../api/schema';

export type Project = components['schemas']['ProjectsProjectView'];
export type Environment = components['schemas']['EnvironmentsEnvironmentView'];
export type Member = components['schemas']['MembersMemberView'];

export const projectListQuery = (page: number) =>
  queryOptions({
    queryKey: ['project', 'list', page],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/projects', { params: { query: { page, per_page: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });

/** With the tag of its state, for changing it. */
export const projectQuery = (id: number) =>
  queryOptions({
    queryKey: ['project', 'one', id],
    queryFn: ({ signal }) => taggedOf(api.GET('/api/v1/projects/{id}', { params: { path: { id } }, signal })),
  });

export const environmentsQuery = (project_id: number) =>
  queryOptions({
    queryKey: ['environment', 'list', project_id],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/projects/{project_id}/environments', { params: { path: { project_id }, query: { per_page: 100 } }, signal }))).data,
  });

export const membersQuery = (project_id: number, page: number) =>
  queryOptions({
    queryKey: ['member', project_id, page],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/projects/{project_id}/members', { params: { path: { project_id }, query: { page, per_page: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });
