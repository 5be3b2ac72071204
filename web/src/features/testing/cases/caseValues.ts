import type { Texts } from '../../../i18n/en';
import type { Case, Kind, Schemas } from '../queries';
import { type Draft, toAssertion, toDraft } from './assertions';
import { mistakesOf } from './assertionMistakes';

export type BodyKind = 'none' | 'json' | 'form' | 'raw' | 'multipart';

/** A name and a value; what else came with it is kept. */
export interface Pair {
  id: string;
  name: string;
  value: string;
  rest: Partial<Schemas['BodyField']>;
}

/** A case as it stands in the form. */
export interface CaseValues {
  name: string;
  description: string;
  test_type: Kind;
  is_active: boolean;
  tags: string[];
  isQuery: boolean;
  method: string;
  target: string;
  sql: string;
  args: Pair[];
  query: Pair[];
  headers: Pair[];
  bodyKind: BodyKind;
  bodyText: string;
  fields: Pair[];
  auth: string;
  follow_redirects: boolean;
  assertions: Draft[];
  timeout: number | string;
  retries: number | string;
  mutates: boolean;
}

let lastPair = 0;

export function newPair(name = '', value = '', rest: Pair['rest'] = {}): Pair {
  return { id: `pair-${++lastPair}`, name, value, rest };
}

export function emptyCase(): CaseValues {
  return {
    name: '', description: '', test_type: 'api', is_active: true, tags: [], isQuery: false, method: 'GET', target: '/', sql: '', args: [], query: [], headers: [],
    bodyKind: 'none', bodyText: '', fields: [], auth: '', follow_redirects: false, assertions: [toDraft({ type: 'status', operator: 'eq', value: 200 })], timeout: 30, retries: 0, mutates: false,
  };
}

export function valuesOf(one: Case): CaseValues {
  const { input } = one;
  const pairs = (list: readonly Schemas['NameValue'][]) => list.map(({ name, value }) => newPair(name, value));
  return {
    name: one.name,
    description: one.description ?? '',
    test_type: one.test_type,
    is_active: one.is_active,
    tags: one.tags,
    isQuery: input.sql !== null,
    method: one.method === '' ? 'GET' : one.method,
    target: one.target,
    sql: input.sql ?? '',
    args: (input.arguments ?? []).map((argument) => newPair(argument.name, argument.value ?? '', { content_type: argument.type })),
    query: pairs(input.query),
    headers: pairs(input.headers),
    bodyKind: input.body?.kind ?? 'none',
    bodyText: input.body?.text ?? '',
    fields: (input.body?.fields ?? []).map(({ name, value, ...rest }) => newPair(name, value, rest)),
    auth: input.auth ?? '',
    follow_redirects: input.follow_redirects,
    assertions: one.assertions.map(toDraft),
    timeout: one.timeout,
    retries: one.retries,
    mutates: one.mutates,
  };
}

/** Mistakes by the names that the server gives its fields. */
export function mistakesIn(values: CaseValues, text: Texts['testing']['editor'], hasSteps: boolean): Record<string, string> {
  const mistakes: Record<string, string> = {};
  if (values.name.trim() === '') mistakes.name = text.nameRequired;
  if (hasSteps) return mistakes;
  if (values.isQuery && values.target.trim() === '') mistakes.target = text.datasourceRequired;
  if (!values.isQuery && !/^\/(?!\/)/.test(values.target)) mistakes.target = text.targetRequired;
  if (values.isQuery && values.sql.trim() === '') mistakes['input.sql'] = text.sqlRequired;
  values.assertions.forEach((draft, index) => {
    const found = mistakesOf(draft);
    if (found.subject !== undefined) mistakes[`assertions[${index}].subject`] = text.mistakes[found.subject];
    if (found.value !== undefined) mistakes[`assertions[${index}]`] = text.mistakes[found.value];
  });
  for (const group of ['query', 'headers', 'fields'] as const) {
    for (const pair of values[group]) if (pair.name.trim() === '') mistakes[pair.id] = text.pairRequired;
  }
  return mistakes;
}

/** @param present what is changed; null for a new case, whose marks the server then tells from its methods. */
export function bodyOf(values: CaseValues, present: Case | null): Schemas['CaseBody'] {
  const { name, description, test_type, is_active, tags, mutates } = values;
  const basics: Schemas['CaseBody'] = {
    name: name.trim(),
    description: description.trim() === '' ? null : description,
    test_type,
    is_active,
    tags,
    timeout: Number(values.timeout),
    retries: Number(values.retries),
    ...(mutates === (present?.mutates ?? false) ? {} : { mutates }),
  };
  if (present?.input.steps != null) return basics;
  return { ...basics, target: values.target.trim(), ...(values.isQuery ? {} : { method: values.method }), input: inputOf(values, present), assertions: values.assertions.map(toAssertion) };
}

function inputOf(values: CaseValues, present: Case | null): NonNullable<Schemas['CaseBody']['input']> {
  const named = (pairs: readonly Pair[]) => pairs.map(({ name, value }) => ({ name: name.trim(), value }));
  // What the form does not show stays as it is.
  const captures = present?.input.captures ?? [];
  if (values.isQuery) {
    return { sql: values.sql, arguments: values.args.map(({ name, value, rest }) => ({ name: name.trim(), type: rest.content_type ?? 'string', value })), captures, follow_redirects: false };
  }
  return { query: named(values.query), headers: named(values.headers), body: requestBodyOf(values, present), auth: values.auth.trim() === '' ? null : values.auth.trim(), follow_redirects: values.follow_redirects, captures };
}

function requestBodyOf({ bodyKind, bodyText, fields }: CaseValues, present: Case | null): Schemas['RequestBody'] | null {
  if (bodyKind === 'none') return null;
  const before = present?.input.body;
  const own = before?.kind === bodyKind && before.content_type != null ? { content_type: before.content_type } : {};
  if (bodyKind === 'form' || bodyKind === 'multipart') return { kind: bodyKind, fields: fields.map(({ name, value, rest }) => ({ ...rest, name: name.trim(), value })), ...own };
  return { kind: bodyKind, text: bodyText, fields: [], ...own };
}
