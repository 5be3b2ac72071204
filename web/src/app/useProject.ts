import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';
import { preference, setPreference } from './preferences';

export type Project = components['schemas']['ProjectsProjectView'];

/** The first hundred by name; more are found by typing on the page of projects. */
export const projectsQuery = queryOptions({
  queryKey: ['project', 'switcher'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/projects', { params: { query: { per_page: 100 } }, signal }))).data,
});

/** The project that screens show: the address's, else the remembered one; null for all. */
export function useProject(): { project: number | null; choose: (project: number | null) => void } {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data } = useQuery(projectsQuery);
  const remembered = Number(preference('project'));
  const isThere = data?.some((one) => one.id === remembered) === true;
  const project = typeof search.project === 'number' ? search.project : isThere ? remembered : null;
  const choose = useCallback(
    (chosen: number | null) => {
      setPreference('project', chosen === null ? null : String(chosen));
      void navigate({ to: '.', search: (old: Record<string, unknown>) => withProject(old, chosen) });
    },
    [navigate],
  );
  return { project, choose };
}

function withProject(search: Record<string, unknown>, project: number | null): Record<string, unknown> {
  const rest = Object.fromEntries(Object.entries(search).filter(([name]) => name !== 'project'));
  return project === null ? rest : { ...rest, project };
}
