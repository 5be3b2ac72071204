import { expect, test } from 'vitest';
import { inOrder } from './inOrder';

test('environments stand as they were made, the protected ones last', () => {
  const sides = [4, 1, 3, 2].map((environment_id) => ({ environment_id }));
  const environments = [1, 2, 3, 4].map((id) => ({ id, is_protected: id === 2 }));
  expect(inOrder(sides, environments).map((side) => side.environment_id)).toEqual([1, 3, 4, 2]);
});
