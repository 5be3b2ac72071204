import type { Run } from './queries';

/** The newest run of each environment, or address where a run named none, out of runs with the newest first. */
export function latestByEnvironment(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run>();
  for (const run of runs) {
    const place = run.environment_id === null ? run.base_url : String(run.environment_id);
    if (!seen.has(place)) seen.set(place, run);
  }
  return [...seen.values()];
}
