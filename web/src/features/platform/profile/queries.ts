import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, dataOf } from '../../../api/client';
import type { components } from '../../../api/schema';

export type Session = components['schemas']['AuthSessionView'];
export type Token = components['schemas']['TokensTokenView'];

export const sessionsQuery = queryOptions({
  queryKey: ['own-session'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/auth/sessions', { signal })),
});

export const tokensQuery = (page: number) =>
  queryOptions({
    queryKey: ['token', page],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/auth/tokens', { params: { query: { page } }, signal })),
  });
