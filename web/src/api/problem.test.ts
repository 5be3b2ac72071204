import { expect, test } from 'vitest';
import { en } from '../i18n/en';
import { explain, fieldErrors, Problem } from './problem';

const of = (status: number, details = [{ field: null, code: 'x.y', message: 'The reason.' }], headers = {}) =>
  Problem.fromAnswer({ status: 'error', code: 'X', message: 'The reason.', details, request_id: 'r1' }, new Response(null, { status, headers }));

test.each([
  [403, 'You may not do this'],
  [409, 'This collides with what is there'],
  [412, 'Somebody changed this meanwhile'],
  [503, 'The server cannot work right now'],
])('%i is explained as "%s"', (status, title) => {
  expect(explain(of(status), en).title).toBe(title);
});

test('a conflict gives the reason of the server', () => {
  expect(explain(of(409), en).hint).toBe('The reason.');
});

test('too many requests says how long to wait', () => {
  expect(explain(of(429, [], { 'Retry-After': '7' }), en).hint).toContain('7 seconds');
});

test('an unexpected failure names the request for an admin', () => {
  expect(explain(of(500), en).hint).toContain('r1');
});

test('no answer at all is no answer, and heals', () => {
  expect(explain(Problem.noAnswer(), en).title).toBe('The server does not answer');
  expect(Problem.noAnswer().isAway).toBe(true);
});

test('mistakes go to their fields, the first of each', () => {
  const details = ['first', 'second'].map((message) => ({ field: 'name', code: 'x', message }));
  expect(fieldErrors(Problem.fromAnswer({ message: '', details }, new Response(null, { status: 422 })), en)).toEqual({ name: 'first' });
});

test('an answer that is not ours is still a problem', () => {
  expect(explain(Problem.fromAnswer('<html>', new Response(null, { status: 502 })), en).title).toBe('The server cannot work right now');
});
