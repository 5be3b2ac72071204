import { expect, test } from 'vitest';
import { diffLines, foldSame } from './diffLines';

const shown = (before: string, after: string) => diffLines(before, after).map((line) => ({ same: ' ', added: '+', removed: '-' })[line.kind] + line.text);

test('a changed line is one removed and one added', () => {
  expect(shown('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
});

test('an added line keeps the lines around it', () => {
  expect(shown('a\nc', 'a\nb\nc')).toEqual([' a', '+b', ' c']);
});

test('a moved line is removed where it was and added where it is', () => {
  expect(shown('a\nb\nc', 'b\nc\na')).toEqual(['-a', ' b', ' c', '+a']);
});

test('nothing against something is all added', () => {
  expect(shown('', 'a\nb\n')).toEqual(['+a', '+b']);
});

test('equal texts differ nowhere', () => {
  expect(diffLines('a\nb\n', 'a\nb').every((line) => line.kind === 'same')).toBe(true);
});

test('lines are numbered as in their own text', () => {
  expect(diffLines('a\nb', 'x\na\nb').map((line) => [line.before, line.after])).toEqual([
    [null, 1],
    [1, 2],
    [2, 3],
  ]);
});

test('ten thousand changed lines take no time to speak of', () => {
  const many = (prefix: string) => Array.from({ length: 10_000 }, (_, index) => `${prefix}${index}`).join('\n');
  expect(diffLines(many('a'), many('b'))).toHaveLength(20_000);
});

test('long stretches without a difference are folded', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  const folded = foldSame(diffLines(lines.join('\n'), lines.with(15, 'other').join('\n')));
  expect(folded[0]).toEqual({ kind: 'skipped', count: 12 });
  expect(folded.filter((line) => line.kind === 'added')).toHaveLength(1);
  expect(folded.at(-1)).toEqual({ kind: 'skipped', count: 11 });
});
