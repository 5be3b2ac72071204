import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { ErrorState } from './ErrorState';
import { LoadingBlock } from './Loading';

export interface Tagged<T> {
  value: T;
  tag: string | null;
}

interface NewestStateProps<T> {
  title: string;
  onClose: () => void;
  read: () => Promise<Tagged<T>>;
  /** The form, filled with this state; later states do not move under the writer's hands. */
  children: (state: Tagged<T>) => ReactNode;
}

/** Reads the newest state of a thing, with its tag, before its form opens: `If-Match` then names what the writer has seen. */
export function NewestState<T>({ title, onClose, read, children }: NewestStateProps<T>) {
  const query = useQuery({ queryKey: ['newest', useId()], queryFn: read, staleTime: Infinity, gcTime: 0 });
  if (query.data !== undefined) return children(query.data);
  return (
    <Modal opened onClose={onClose} title={title} centered>
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <LoadingBlock height={240} />}
    </Modal>
  );
}
