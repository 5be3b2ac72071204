import { expect, test } from 'vitest';
import { mistakesOf } from './assertionMistakes';
import { type Assertion, assertionTypes, newDraft, operators, shapes, toAssertion, toDraft, typedValue, withType } from './assertions';

test.each<Assertion>([
  { type: 'status', operator: 'eq', value: 200 },
  { type: 'status', operator: 'eq', value: '2xx' },
  { type: 'status', operator: 'in', value: [200, '3xx'] },
  { type: 'header', subject: 'content-type', operator: 'contains', value: 'json' },
  { type: 'header', subject: 'etag', operator: 'exists' },
  { type: 'jsonpath', subject: '$.id', operator: 'eq', value: 5 },
  { type: 'jsonpath', subject: '$.id', operator: 'eq', value: '5' },
  { type: 'jsonpath', subject: '$.tags', operator: 'in', value: ['a', 1, true] },
  { type: 'jsonpath', subject: '$.gone', operator: 'eq', value: null, not: true },
  { type: 'css', subject: 'h1', operator: 'count', value: 1 },
  { type: 'duration', operator: 'le', value: 800 },
  { type: 'schema', value: 'openapi.yaml#/components/schemas/User' },
  { type: 'schema', value: { type: 'object' } },
  { type: 'contains', value: 'Welcome' },
  { type: 'no_errors' },
  { type: 'no_errors', value: ['Oops.*'] },
  { type: 'returns_data' },
  { type: 'redirect' },
  { type: 'redirect', operator: 'eq', value: '/login' },
  { type: 'rejected' },
  { type: 'rejected', value: [409, 422] },
  { type: 'content_type', operator: 'in', value: ['application/json', 'text/html'] },
])('%j comes out of the form as it went in', (assertion) => {
  expect(toAssertion(toDraft(assertion))).toEqual(assertion);
});

test('every type of the engine has a shape, and a new draft of it is complete or says what is missing', () => {
  for (const type of assertionTypes) {
    const draft = newDraft(type);
    const isComplete = Object.keys(mistakesOf(draft)).length === 0;
    const needsNothing = shapes[type].mayBeEmpty === true || shapes[type].entry(draft.operator) === 'none';
    expect(isComplete, type).toBe(needsNothing && shapes[type].subject === null);
  }
});

test('every operator has a way to type its value', () => {
  for (const operator of operators) expect(shapes.jsonpath.entry(operator)).toBeTruthy();
});

test.each([
  ['5', 5],
  ['-1.5', -1.5],
  ['true', true],
  ['null', null],
  ['"5"', '5'],
  ['5 apples', '5 apples'],
  ['[1,2]', [1, 2]],
  ['{broken', '{broken'],
])('what is typed as %s is %j', (text, value) => {
  expect(typedValue(text)).toEqual(value);
});

test.each([
  [{ ...newDraft('status'), value: '20' }, { value: 'status' }],
  [{ ...newDraft('status'), operator: 'lt' as const, value: '4xx' }, { value: 'orderedStatus' }],
  [{ ...newDraft('header'), subject: 'bad name', value: 'x' }, { subject: 'header' }],
  [{ ...newDraft('jsonpath'), subject: 'id', value: '1' }, { subject: 'jsonpath' }],
  [{ ...newDraft('regex'), subject: '(', value: 'x' }, { subject: 'pattern' }],
  [{ ...newDraft('duration'), value: 'fast' }, { value: 'number' }],
  [{ ...newDraft('rejected'), values: ['500'] }, { value: 'rejections' }],
  [{ ...newDraft('content_type'), value: 'json' }, { value: 'mediaType' }],
  [{ ...newDraft('schema'), value: 'User' }, { value: 'schema' }],
  [{ ...newDraft('redirect'), value: '' }, {}],
])('%o has the mistakes %o', (draft, mistakes) => {
  expect(mistakesOf(draft)).toEqual(mistakes);
});

test('another type keeps what it has a place for', () => {
  const draft = { ...newDraft('jsonpath'), subject: '$.id', operator: 'contains' as const, value: 'a' };
  expect(withType(draft, 'header')).toMatchObject({ type: 'header', subject: '$.id', operator: 'contains', value: 'a' });
  expect(withType(draft, 'status')).toMatchObject({ subject: '', operator: 'eq' });
});
