import type { Run } from './queries';

/** A cancelled run has no verdict: it is no error of anybody. */
export function runStatus(run: Pick<Run, 'status' | 'is_cancelled'>): string {
  return run.is_cancelled && run.status === 'error' ? 'cancelled' : run.status;
}

export function isUnderWay(run: Pick<Run, 'status'>): boolean {
  return run.status === 'running' || run.status === 'pending';
}
