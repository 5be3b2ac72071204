import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client';
import type { components } from '../../../api/schema';

export type User = components['schemas']['UsersUserView'];

export interface UserFilter {
  search: string;
  is_active: boolean | null;
  page: number;
}

export const usersQuery = ({ search, is_active, page }: UserFilter) =>
  queryOptions({
    queryKey: ['user', 'list', search, is_active, page],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/users', { params: { query: { page, per_page: 50, ...(search !== '' && { search }), ...(is_active !== null && { is_active }) } }, signal })),
    placeholderData: keepPreviousData,
  });
