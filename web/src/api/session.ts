import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, dataOf, doneOf, setCsrfToken } from './client';
import type { components } from './schema';

export type Me = components['schemas']['AuthMeView'];
export type Start = components['schemas']['AuthStartView'];

export const sessionKey = ['session'] as const;

/** Who is signed in and which ways in there are. Never a 401: nobody being signed in is an answer. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal }): Promise<Start> => {
    const start = await dataOf(api.GET('/api/v1/auth/start', { signal }));
    setCsrfToken(start.user?.csrf_token ?? null);
    return start;
  },
  staleTime: Infinity,
});

export const MeContext = createContext<Me | null>(null);

/** The signed-in user; only for parts of the page inside the shell, which is not shown to anybody else. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('Nobody is signed in.');
  return me;
}

export const isHouseAdmin = (me: Me): boolean => me.role === 'admin';

const rank: Record<string, number> = { viewer: 1, developer: 2, admin: 3 };

/** What the user is in a project; an admin of the house is admin everywhere. */
export function roleIn(me: Me, project: number | null): string {
  if (isHouseAdmin(me)) return 'admin';
  return me.projects.find((one) => one.project_id === project)?.role ?? (project === null ? me.role : 'none');
}

export function mayIn(me: Me, project: number | null, role: 'viewer' | 'developer' | 'admin'): boolean {
  return (rank[roleIn(me, project)] ?? 0) >= (rank[role] ?? 0);
}

let isEnding = false;
const endedListeners = new Set<() => void>();

export function onSessionEnded(listener: () => void): () => void {
  endedListeners.add(listener);
  return () => endedListeners.delete(listener);
}

/** The server no longer knows the session: the sign-in page takes over and leads back to where one was. */
export function sessionEnded(client: QueryClient): void {
  if (isEnding) return;
  isEnding = true;
  void client
    .query({ ...sessionQuery, staleTime: 0 })
    .then((start) => {
      if (start.user === null) for (const listener of endedListeners) listener();
    })
    .catch(() => undefined) // Without an answer nobody knows; the banner says so.
    .finally(() => {
      isEnding = false;
    });
}

/** Ends the session on the server. */
export async function signOut(client: QueryClient): Promise<void> {
  await doneOf(api.POST('/api/v1/auth/logout'));
  await readSession(client);
}

export function readSession(client: QueryClient): Promise<Start> {
  return client.query({ ...sessionQuery, staleTime: 0 });
}

/** What was read belonged to whoever was signed in. Only where no page is left that would ask for it again. */
export function forgetWhatWasRead(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
}
