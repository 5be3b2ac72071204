import { expect, test } from 'vitest';
import { ownAddress } from './ownAddress';

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?return=/sign-in', 7, undefined])('%s leads home', (address) => {
  expect(ownAddress(address)).toBe('/');
});

test('a page of our own is gone back to with its query', () => {
  expect(ownAddress('/projects/3?project=3')).toBe('/projects/3?project=3');
});
