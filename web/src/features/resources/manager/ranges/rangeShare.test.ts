import { expect, test } from 'vitest';
import { rangeShare } from './rangeShare';

test.each([
  [820, 1000, 82, 8],
  [99, 100, 99, 9],
  [30, 30, 100, 10],
  [996, 1000, 99, 9],
  [9, 100, 9, 0],
  [0, 100, 0, 0],
])('%i of %i ports free are %i percent and %i full cells', (free, size, percent, cells) => {
  expect(rangeShare(free, size)).toEqual({ percent, cells });
});
