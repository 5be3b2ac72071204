import { expect, test } from 'vitest';
import { matches } from './useCommands';

test('a command is found by parts of its words, in any order and without accents', () => {
  expect(matches('Configurações do projeto', 'proj configurac')).toBe(true);
  expect(matches('Settings', 'users')).toBe(false);
});
