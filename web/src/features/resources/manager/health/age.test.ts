import { expect, test } from 'vitest';
import { age } from './age';

test.each([
  [-3, 's', 0],
  [30.9, 's', 30],
  [60, 'm', 1],
  [3_599, 'm', 59],
  [7_200, 'h', 2],
  [200_000, 'd', 2],
])('%d seconds are told in %s', (seconds, unit, count) => {
  expect(age(seconds)).toEqual({ unit, count });
});
