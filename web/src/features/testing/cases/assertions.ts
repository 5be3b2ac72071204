import type { Schemas } from '../queries';

export type Assertion = Schemas['Assertion'];

export const operators = ['eq', 'ne', 'in', 'lt', 'le', 'gt', 'ge', 'contains', 'starts_with', 'ends_with', 'matches', 'exists', 'is_empty', 'count', 'type'] as const;
export type Operator = (typeof operators)[number];

export const assertionTypes = [
  'status', 'header', 'cookie', 'body', 'jsonpath', 'xpath', 'css', 'regex', 'duration', 'size', 'schema', 'contains', 'no_errors', 'no_sql_error', 'returns_data', 'redirect', 'rejected', 'content_type',
] as const;
export type AssertionType = (typeof assertionTypes)[number];

export const jsonTypes = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;

/** How the value of an assertion is typed in. */
export type Entry = 'none' | 'status' | 'statuses' | 'number' | 'text' | 'texts' | 'value' | 'values' | 'pattern' | 'patterns' | 'jsonType' | 'rejections' | 'schema';

interface Shape {
  subject: 'header' | 'cookie' | 'jsonpath' | 'xpath' | 'css' | 'regex' | null;
  /** The first is what the engine takes when none is named. */
  operators: readonly Operator[];
  /** The value of each operator; of the type itself where it has none. */
  entry: (operator: Operator | null) => Entry;
  /** It says something without a value too. */
  mayBeEmpty?: true;
}

const orders = ['lt', 'le', 'gt', 'ge'] as const;
const ofValue = (operator: Operator | null): Entry => entries[operator ?? 'eq'];
const entries: Record<Operator, Entry> = {
  eq: 'value', ne: 'value', in: 'values', lt: 'number', le: 'number', gt: 'number', ge: 'number', contains: 'value', starts_with: 'text', ends_with: 'text', matches: 'pattern', exists: 'none', is_empty: 'none', count: 'number', type: 'jsonType',
};
const taken = (subject: Shape['subject']): Shape => ({ subject, operators, entry: ofValue });
const measured = (first: Operator): Shape => ({ subject: null, operators: [first, ...(['le', 'lt', 'ge', 'gt', 'eq', 'ne'] as const).filter((one) => one !== first)], entry: () => 'number' });
const flag: Shape = { subject: null, operators: [], entry: () => 'none' };

/** What the engine knows of each type (its AssertionSet), as far as a form needs it. */
export const shapes: Record<AssertionType, Shape> = {
  status: { subject: null, operators: ['eq', 'ne', 'in', ...orders], entry: (operator) => (operator === 'in' ? 'statuses' : 'status') },
  header: taken('header'),
  cookie: taken('cookie'),
  body: taken(null),
  jsonpath: taken('jsonpath'),
  xpath: taken('xpath'),
  css: taken('css'),
  regex: taken('regex'),
  duration: measured('le'),
  size: measured('eq'),
  schema: { subject: null, operators: [], entry: () => 'schema' },
  contains: { subject: null, operators: [], entry: () => 'text' },
  no_errors: { subject: null, operators: [], entry: () => 'patterns', mayBeEmpty: true },
  no_sql_error: flag,
  returns_data: flag,
  redirect: { subject: null, operators: ['eq', 'ne', 'contains', 'starts_with', 'ends_with', 'matches'], entry: (operator) => (operator === 'matches' ? 'pattern' : 'text'), mayBeEmpty: true },
  rejected: { subject: null, operators: [], entry: () => 'rejections', mayBeEmpty: true },
  content_type: { subject: null, operators: ['eq', 'in'], entry: (operator) => (operator === 'in' ? 'texts' : 'text') },
};

/** An assertion as it stands in the form. */
export interface Draft {
  /** Its place in the form, whatever order it is in. */
  id: string;
  type: AssertionType;
  subject: string;
  operator: Operator | null;
  value: string;
  values: string[];
  not: boolean;
}

const lists: readonly Entry[] = ['statuses', 'texts', 'values', 'patterns', 'rejections'];

export const isList = (entry: Entry): boolean => lists.includes(entry);
export const entryOf = (draft: Draft): Entry => shapes[draft.type].entry(draft.operator);

let lastId = 0;

export function newDraft(type: AssertionType): Draft {
  return { id: `assertion-${++lastId}`, type, subject: '', operator: shapes[type].operators[0] ?? null, value: '', values: [], not: false };
}

/** A new type keeps of the draft what it has a place for. */
export function withType(draft: Draft, type: AssertionType): Draft {
  const { operators: known, subject } = shapes[type];
  const operator = draft.operator !== null && known.includes(draft.operator) ? draft.operator : (known[0] ?? null);
  return { ...draft, type, operator, subject: subject === null ? '' : draft.subject };
}

export function toDraft(assertion: Assertion): Draft {
  const type = assertionTypes.find((one) => one === assertion.type) ?? 'body';
  const draft = newDraft(type);
  const value = assertion.value ?? null;
  // Without operator and value the engine asks whether there is anything at all.
  const implied = value === null && shapes[type].subject !== null ? 'exists' : draft.operator;
  const operator = operators.find((one) => one === assertion.operator) ?? implied;
  const filled: Draft = { ...draft, operator, subject: assertion.subject ?? '', not: assertion.not === true };
  if (isList(entryOf(filled))) return { ...filled, values: (Array.isArray(value) ? value : value === null || value === true ? [] : [value]).map(shownValue) };
  // With an operator that wants a value, nothing is the value null.
  if (value === null && entryOf(filled) === 'value' && operators.some((one) => one === assertion.operator)) return { ...filled, value: 'null' };
  return { ...filled, value: value === null ? '' : entryOf(filled) === 'schema' && typeof value === 'object' ? JSON.stringify(value, null, 2) : shownValue(value) };
}

/** As it is typed: a text that would be read as something else stands in quotes. */
function shownValue(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return typeof typedValue(value) === 'string' && !value.startsWith('"') ? value : JSON.stringify(value);
}

/** `5`, `true` and `null` are what they look like, `"5"` is a text; so is everything else. */
export function typedValue(text: string): unknown {
  const trimmed = text.trim();
  if (/^(-?\d+(\.\d+)?([eE][+-]?\d+)?|true|false|null|".*"|\[.*\]|\{.*\})$/s.test(trimmed)) {
    try {
      return JSON.parse(trimmed);
    } catch {
      return text;
    }
  }
  return text;
}

export function toAssertion(draft: Draft): Assertion {
  const shape = shapes[draft.type];
  const value = valueOf(draft);
  const isBare = shape.mayBeEmpty === true && value === undefined;
  return {
    type: draft.type,
    ...(shape.subject === null ? {} : { subject: draft.subject.trim() }),
    ...(draft.operator === null || isBare ? {} : { operator: draft.operator }),
    ...(value === undefined ? {} : { value }),
    ...(draft.not ? { not: true } : {}),
  };
}

function valueOf(draft: Draft): unknown {
  const { value, values } = draft;
  switch (entryOf(draft)) {
    case 'none':
      return undefined;
    case 'status':
      return statusOf(value);
    case 'statuses':
      return values.map(statusOf);
    case 'rejections':
      return values.length === 0 ? undefined : values.map(Number);
    case 'number':
      return Number(value);
    case 'value':
      return typedValue(value);
    case 'values':
      return values.map(typedValue);
    case 'texts':
    case 'patterns':
      return values.length === 0 ? undefined : values;
    case 'schema':
      return value.trim().startsWith('{') ? typedValue(value) : value.trim();
    default:
      return value === '' && shapes[draft.type].mayBeEmpty === true ? undefined : value;
  }
}

function statusOf(text: string): unknown {
  return /^\d{3}$/.test(text.trim()) ? Number(text) : text.trim();
}
