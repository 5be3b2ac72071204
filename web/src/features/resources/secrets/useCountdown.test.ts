import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useCountdown } from './useCountdown';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('counts down in sight and ends once', () => {
  const onEnd = vi.fn();
  const { result } = renderHook(() => useCountdown(3, onEnd));
  expect(result.current).toBe(3);
  act(() => {
    vi.advanceTimersByTime(1250);
  });
  expect(result.current).toBe(2);
  expect(onEnd).not.toHaveBeenCalled();
  act(() => {
    vi.advanceTimersByTime(5000);
  });
  expect(result.current).toBe(0);
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test('a page that slept is not shown longer for it', () => {
  const onEnd = vi.fn();
  renderHook(() => useCountdown(30, onEnd));
  vi.setSystemTime(Date.now() + 60_000);
  act(() => {
    vi.advanceTimersByTime(250);
  });
  expect(onEnd).toHaveBeenCalledTimes(1);
});

test('without an end nothing is counted', () => {
  const onEnd = vi.fn();
  const { result } = renderHook(() => useCountdown(null, onEnd));
  act(() => {
    vi.advanceTimersByTime(100_000);
  });
  expect(result.current).toBeNull();
  expect(onEnd).not.toHaveBeenCalled();
});
