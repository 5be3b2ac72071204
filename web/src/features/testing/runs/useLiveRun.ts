import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followRun, type LiveRun, nothingYet } from './followRun';

/** The run as its events tell it, while it is under way; then what was read of it is read anew. */
export function useLiveRun(id: number, isUnderWay: boolean): LiveRun {
  const client = useQueryClient();
  const [live, setLive] = useState<LiveRun>(nothingYet);
  useEffect(() => {
    if (!isUnderWay) return;
    return followRun(id, (next) => {
      setLive(next);
      if (next.hasEnded) void client.invalidateQueries({ predicate: ({ queryKey: [topic] }) => topic === 'run' || topic === 'result' || topic === 'case' });
    });
  }, [id, isUnderWay, client]);
  return live;
}
