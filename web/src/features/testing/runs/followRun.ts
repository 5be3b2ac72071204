import type { Run } from '../queries';
import type { Result } from './queries';

export interface LiveRun {
  readonly run: Run | null;
  /** In the order in which they came; beyond the limit the oldest are left out. */
  readonly results: readonly Result[];
  readonly hasEnded: boolean;
  /** The connection is gone; the browser tries again by itself. */
  readonly isLost: boolean;
}

export const nothingYet: LiveRun = { run: null, results: [], hasEnded: false, isLost: false };

/** More than this is not kept while a run is under way; afterwards every result is read from the server. */
const mostKept = 20_000;

interface Options {
  Source?: typeof EventSource;
  /** When gathered events are told; a frame of the browser. */
  schedule?: (flush: () => void) => void;
}

/**
 * Follows a run by its events. However many come, they are gathered and told once a frame: five hundred a second cost what sixty do.
 * @returns ends it
 */
export function followRun(id: number, tell: (live: LiveRun) => void, { Source = EventSource, schedule = nextFrame }: Options = {}): () => void {
  const source = new Source(`/api/v1/test-runs/${id}/events`);
  let live = nothingYet;
  let fresh: Result[] = [];
  let isDue = false;
  let isOver = false;

  const flush = () => {
    isDue = false;
    if (isOver) return;
    if (fresh.length > 0) {
      live = { ...live, results: [...live.results, ...fresh].slice(-mostKept) };
      fresh = [];
    }
    tell(live);
  };
  const change = (next: Partial<LiveRun>) => {
    live = { ...live, ...next };
    if (isDue) return;
    isDue = true;
    schedule(flush);
  };
  const listen = <T>(type: string, is: (value: unknown) => value is T, hear: (value: T) => void) =>
    source.addEventListener(type, (event: MessageEvent<string>) => {
      const value: unknown = JSON.parse(event.data);
      if (is(value)) hear(value);
    });

  listen('run', isRun, (run) => change({ run }));
  listen('result', isResult, (result) => {
    fresh.push(result);
    change({});
  });
  listen('end', isRun, (run) => {
    source.close();
    change({ run, hasEnded: true });
  });
  source.onopen = () => change({ isLost: false });
  source.onerror = () => change({ isLost: true });

  return () => {
    isOver = true;
    source.close();
  };
}

function nextFrame(flush: () => void): void {
  // A page in the background has no frames.
  if (document.hidden) setTimeout(flush, 200);
  else requestAnimationFrame(flush);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isRun(value: unknown): value is Run {
  return isObject(value) && 'total' in value && 'status' in value;
}

function isResult(value: unknown): value is Result {
  return isObject(value) && 'test_name' in value && 'status' in value;
}
