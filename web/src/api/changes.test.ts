import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followChanges, topicsOf } from './changes';

class FakeSource extends EventTarget {
  static CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    super();
    FakeSource.made.push(this);
  }

  close() {
    this.readyState = 2;
  }

  tell(type: string) {
    this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify({ type, project_id: 1, subject_id: '1' }) }));
  }
}

const last = () => FakeSource.made.at(-1) ?? new FakeSource();
let client: QueryClient;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.made = [];
  client = new QueryClient();
  client.setQueryData(['project', 1], 'a project');
  client.setQueryData(['user', 1], 'a user');
  client.setQueryData(['session'], { user: null });
  // @ts-expect-error -- as much of an EventSource as is used
  stop = followChanges(client, FakeSource);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const isStale = (...key: unknown[]) => client.getQueryState(key)?.isInvalidated;

test('what a change is about is read anew, and nothing else', () => {
  last().tell('project.updated');
  vi.advanceTimersByTime(400);
  expect(isStale('project', 1)).toBe(true);
  expect(isStale('user', 1)).toBe(false);
});

test('five hundred changes in a moment are one reading', () => {
  const invalidate = vi.spyOn(client, 'invalidateQueries');
  for (let index = 0; index < 500; index++) last().tell('project.updated');
  vi.advanceTimersByTime(400);
  expect(invalidate).toHaveBeenCalledOnce();
});

test('a gap reads everything anew', () => {
  last().dispatchEvent(new MessageEvent('gap', { data: '{}' }));
  expect(isStale('user', 1)).toBe(true);
});

test('a stream that was refused is opened again, and everything is read anew then', () => {
  last().onopen?.();
  last().readyState = FakeSource.CLOSED;
  last().onerror?.();
  vi.advanceTimersByTime(1_100);
  expect(FakeSource.made).toHaveLength(2);
  expect(isStale('project', 1)).toBe(false);
  last().onopen?.();
  expect(isStale('project', 1)).toBe(true);
});

test('a finished run also changes results, suites and cases', () => {
  expect(topicsOf('test.run.finished')).toEqual(expect.arrayContaining(['run', 'result', 'suite', 'case']));
});
