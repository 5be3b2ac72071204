import { expect, test } from 'vitest';
import { latencyParts } from './latencyPath';

test('a failed check interrupts the line', () => {
  const { parts } = latencyParts([10, 20, null, 30], 300, 100);
  expect(parts.map((part) => part.map((point) => point.x))).toEqual([[0, 100], [300]]);
});

test('the axis ends at a round number above the slowest check', () => {
  expect(latencyParts([45, 132], 300, 100).top).toBe(200);
  expect(latencyParts([0.4, null], 300, 100).top).toBe(1);
});
