import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, dataOf } from '../../../api/client';
import type { components } from '../../../api/schema';

export type Secret = components['schemas']['SecretView'];

export interface Scope {
  readonly project_id: number | null;
  readonly environment_id: number | null;
}

export const scopeOf = ({ project_id, environment_id }: Scope): Scope => ({ project_id, environment_id });

/** Without values: those are read one by one, by who asks for one. */
export const secretsQuery = ({ project_id, environment_id }: Scope, inherited: boolean, page: number) =>
  queryOptions({
    queryKey: ['secret', 'list', project_id, environment_id, inherited, page],
    queryFn: ({ signal }) => {
      const scope = project_id === null ? { scope: 'global' as const } : { project_id, inherited, ...(environment_id !== null && { environment_id }) };
      return answerOf(api.GET('/api/v1/resources/secrets', { params: { query: { page, per_page: 50, ...scope } }, signal }));
    },
    placeholderData: keepPreviousData,
  });

const place = ({ project_id, environment_id }: Scope) => ({ ...(project_id !== null && { project_id }), ...(environment_id !== null && { environment_id }) });

export const versionsQuery = (secret: Secret) =>
  queryOptions({
    queryKey: ['secret', 'versions', secret.id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/resources/secrets/{key}/versions', { params: { path: { key: secret.key }, query: place(secret) }, signal })),
  });

/** A value goes to who asked and into no cache; the server writes to the audit log who that was. */
export const readValue = async (secret: Secret): Promise<string> => (await dataOf(api.POST('/api/v1/resources/secrets/reveal', { body: { key: secret.key, ...scopeOf(secret) } }))).value;

export const deleteSecret = (secret: Secret) => answerOf(api.DELETE('/api/v1/resources/secrets/{key}', { params: { path: { key: secret.key }, query: place(secret) } }));

/** Who can own a secret of this project: its members. */
export const membersOf = (project: number | null) =>
  queryOptions({
    queryKey: ['member', 'owners', project],
    queryFn: async ({ signal }) =>
      project === null ? [] : (await answerOf(api.GET('/api/v1/projects/{project_id}/members', { params: { path: { project_id: project }, query: { per_page: 100 } }, signal }))).data,
  });
