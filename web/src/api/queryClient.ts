import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { onHealed } from './connection';
import { asProblem } from './problem';
import { sessionEnded, sessionKey } from './session';

/**
 * A query's key begins with what it shows, in the singular and as the server's facts name it: `['project', …]`, `['run', …]`. A change told by the
 * server reads anew whatever begins with its word.
 */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (asProblem(error).status === 401) sessionEnded(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => (query.queryKey[0] === sessionKey[0] ? undefined : onError(error)) }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // What is away heals through the banner, and what is refused is refused again: nothing is repeated blindly.
      queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  onHealed(() => void client.invalidateQueries());
  return client;
}
