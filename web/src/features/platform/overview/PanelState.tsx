import type { ReactNode } from 'react';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingRows } from '../../../ui/Loading';

/** What a panel shows of one query: its rows to come, why it failed, or what it holds. */
export function PanelState<T>({ query, rows = 3, children }: { query: { data: T | undefined; error: unknown; refetch: () => Promise<unknown> }; rows?: number; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <LoadingRows rows={rows} />;
}
