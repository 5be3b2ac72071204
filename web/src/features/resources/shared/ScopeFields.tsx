import { NativeSelect, SimpleGrid } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client';
import { mayIn, useMe } from '../../../api/session';
import { projectsQuery } from '../../../app/useProject';
import { useText } from '../../../i18n/useText';

export const environmentsOf = (project: number | null) =>
  queryOptions({
    queryKey: ['environment', 'of', project],
    queryFn: async ({ signal }) =>
      project === null ? [] : (await answerOf(api.GET('/api/v1/projects/{project_id}/environments', { params: { path: { project_id: project }, query: { per_page: 100 } }, signal }))).data,
  });

/** Ids as a form's select keeps them: an empty text stands for none. */
export const idOf = (value: string): number | null => (value === '' ? null : Number(value));

interface ScopeFieldsProps {
  project: string;
  environment: string;
  onChange: (scope: { project_id: string; environment_id: string }) => void;
  errors?: { project_id?: React.ReactNode; environment_id?: React.ReactNode };
}

/** Whose something will be: the house's, a project's, or one environment's of it; only what the user may change is offered. */
export function ScopeFields({ project, environment, onChange, errors }: ScopeFieldsProps) {
  const { resources: text } = useText();
  const me = useMe();
  const { data: projects } = useQuery(projectsQuery);
  const { data: environments } = useQuery(environmentsOf(idOf(project)));
  const offered = (projects ?? []).filter((one) => mayIn(me, one.id, 'developer'));
  return (
    <SimpleGrid cols={{ base: 1, xs: project === '' ? 1 : 2 }} spacing="sm">
      <NativeSelect
        label={text.project}
        value={project}
        onChange={(event) => onChange({ project_id: event.currentTarget.value, environment_id: '' })}
        error={errors?.project_id}
        data={[...(mayIn(me, null, 'developer') ? [{ value: '', label: text.houseOwned }] : []), ...offered.map((one) => ({ value: String(one.id), label: one.name }))]}
      />
      {project !== '' && (
        <NativeSelect
          label={text.environment}
          value={environment}
          onChange={(event) => onChange({ project_id: project, environment_id: event.currentTarget.value })}
          error={errors?.environment_id}
          data={[{ value: '', label: text.noEnvironment }, ...(environments ?? []).map((one) => ({ value: String(one.id), label: one.name }))]}
        />
      )}
    </SimpleGrid>
  );
}
