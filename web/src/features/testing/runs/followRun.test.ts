import { expect, test } from 'vitest';
import { followRun, type LiveRun } from './followRun';

class FakeSource extends EventTarget {
  static made: FakeSource[] = [];
  isClosed = false;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    super();
    FakeSource.made.push(this);
  }

  close() {
    this.isClosed = true;
  }

  say(type: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

function follow() {
  const told: LiveRun[] = [];
  const frames: (() => void)[] = [];
  // @ts-expect-error -- as much of an EventSource as is used
  const stop = followRun(1, (live) => told.push(live), { Source: FakeSource, schedule: (flush) => frames.push(flush) });
  const frame = () => frames.splice(0).forEach((flush) => flush());
  return { told, frames, frame, stop, source: FakeSource.made.at(-1) ?? new FakeSource() };
}

const result = (id: number) => ({ id, test_name: `case ${id}`, status: 'passed' });

test('whatever comes in one frame is told once, in its order', () => {
  const { told, frames, frame, source } = follow();
  for (let id = 0; id < 500; id++) source.say('result', result(id));
  expect(frames).toHaveLength(1);
  frame();
  expect(told).toHaveLength(1);
  expect(told[0]?.results.map((one) => one.id)).toEqual(Array.from({ length: 500 }, (_, id) => id));
});

test('results of later frames follow those of earlier ones', () => {
  const { told, frame, source } = follow();
  source.say('result', result(1));
  frame();
  source.say('result', result(2));
  source.say('run', { total: 2, status: 'running' });
  frame();
  expect(told.at(-1)?.results).toHaveLength(2);
  expect(told.at(-1)?.run?.total).toBe(2);
});

test('the end closes the stream, or the browser would begin anew', () => {
  const { told, frame, source } = follow();
  source.say('end', { total: 0, status: 'error' });
  frame();
  expect(source.isClosed).toBe(true);
  expect(told.at(-1)?.hasEnded).toBe(true);
});

test('a lost connection is told, and that it is back', () => {
  const { told, frame, source } = follow();
  source.onerror?.();
  frame();
  expect(told.at(-1)?.isLost).toBe(true);
  source.onopen?.();
  frame();
  expect(told.at(-1)?.isLost).toBe(false);
});

test('who leaves hears nothing more', () => {
  const { told, frame, stop, source } = follow();
  source.say('result', result(1));
  stop();
  frame();
  expect(told).toHaveLength(0);
  expect(source.isClosed).toBe(true);
});
