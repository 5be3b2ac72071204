import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { suspectNoAnswer } from './connection';
import { sessionEnded } from './session';

/** What the server tells of a change; the thing itself is read from its own address. */
export interface Change {
  readonly type: string;
  readonly project_id: number | null;
  readonly subject_id: string;
}

/** Facts that also change what is shown under other words than their own first one. */
const alsoChanges: Record<string, readonly string[]> = {
  user: ['member'],
  member: ['session'],
  test: ['run', 'result', 'suite', 'case', 'finding'],
  components: ['component'],
};

const gather = 300;
const firstRetry = 1_000;
const longestRetry = 30_000;
const hiddenFor = 30_000;

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function topicsOf(type: string): readonly string[] {
  const topic = type.split('.')[0] ?? type;
  return [topic, ...(alsoChanges[topic] ?? [])];
}

/** Follows GET /api/v1/changes: gathers what changed for a moment, then reads anew the queries whose key begins with its topic. */
export function followChanges(client: QueryClient, Source: typeof EventSource = EventSource): () => void {
  let source: EventSource | null = null;
  let retry = firstRetry;
  let wasOpen = false;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let flushing: ReturnType<typeof setTimeout> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  const topics = new Set<string>();

  const flush = () => {
    flushing = undefined;
    const changed = new Set(topics);
    topics.clear();
    void client.invalidateQueries({ predicate: (query) => typeof query.queryKey[0] === 'string' && changed.has(query.queryKey[0]) });
  };

  const hear = (event: MessageEvent<string>) => {
    const change: unknown = JSON.parse(event.data);
    if (!isChange(change)) return;
    for (const topic of topicsOf(change.type)) topics.add(topic);
    // Whatever changed was written down.
    topics.add('audit');
    flushing ??= setTimeout(flush, gather);
  };

  const open = () => {
    source = new Source('/api/v1/changes');
    source.addEventListener('change', hear);
    source.addEventListener('gap', () => void client.invalidateQueries());
    source.onopen = () => {
      retry = firstRetry;
      // A stream of our own making has no memory of the last one: read anew what is shown.
      if (wasOpen) void client.invalidateQueries();
      wasOpen = true;
    };
    source.onerror = () => {
      suspectNoAnswer();
      if (source?.readyState !== Source.CLOSED) return; // The browser goes on by itself, from the last event it saw.
      close();
      sessionEnded(client);
      reopening = setTimeout(open, retry);
      retry = Math.min(retry * 2, longestRetry);
    };
  };

  const close = () => {
    source?.close();
    source = null;
    clearTimeout(reopening);
  };

  // A browser has six connections to a server without HTTP/2: pages that nobody looks at give theirs back.
  const onVisibility = () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(close, hiddenFor);
    else if (source === null) open();
  };

  document.addEventListener('visibilitychange', onVisibility);
  open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(hiding);
    clearTimeout(flushing);
    close();
  };
}

export function useLiveChanges(): void {
  const client = useQueryClient();
  useEffect(() => followChanges(client), [client]);
}
