import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { Problem } from '../../api/problem';
import type { components } from '../../api/schema';

export type Readiness = components['schemas']['HealthReadiness'];

/** Whether everything the server needs answers; being unhealthy is an answer too. */
export const readinessQuery = queryOptions({
  queryKey: ['readiness'],
  queryFn: async ({ signal }): Promise<Readiness> => {
    const { data, error, response } = await api.GET('/health/ready', { signal });
    if (data !== undefined) return data;
    if (typeof error === 'object' && 'dependencies' in error) return error;
    throw Problem.fromAnswer(error, response);
  },
  refetchInterval: 30_000,
});
