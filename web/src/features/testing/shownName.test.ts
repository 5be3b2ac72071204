import { expect, test } from 'vitest';
import { shownName } from './shownName';

test('the kind in front of a generated name is left to the icon', () => {
  expect(shownName('Smoke: Login loads', 'smoke')).toBe('Login loads');
  expect(shownName('API: login - invalid input', 'api')).toBe('login - invalid input');
});

test('a name that only looks like it stays whole', () => {
  expect(shownName('Smoke: Login loads', 'api')).toBe('Smoke: Login loads');
  expect(shownName('Smoke signal', 'smoke')).toBe('Smoke signal');
  expect(shownName('Login loads', 'unheard-of')).toBe('Login loads');
});
