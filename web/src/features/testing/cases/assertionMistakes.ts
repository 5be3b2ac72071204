import { type Draft, type Entry, entryOf, isList, shapes } from './assertions';

export type Mistake = 'subject' | 'header' | 'jsonpath' | 'status' | 'orderedStatus' | 'number' | 'text' | 'value' | 'list' | 'pattern' | 'jsonType' | 'rejections' | 'schema' | 'mediaType';

export interface Mistakes {
  subject?: Mistake;
  value?: Mistake;
}

const isCode = (text: string) => /^[1-9]\d\d$/.test(text.trim());
const isStatus = (text: string) => isCode(text) || /^[1-9]xx$/i.test(text.trim());
const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

/** What is missing or wrong, before the server is asked; the engine's own check still decides. */
export function mistakesOf(draft: Draft): Mistakes {
  const subject = subjectMistake(draft);
  const value = valueMistake(draft);
  return { ...(subject === null ? {} : { subject }), ...(value === null ? {} : { value }) };
}

function subjectMistake({ type, subject: text }: Draft): Mistake | null {
  const { subject } = shapes[type];
  if (subject === null) return null;
  if (text.trim() === '') return 'subject';
  if (subject === 'header' && !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text.trim())) return 'header';
  if (subject === 'jsonpath' && !text.trim().startsWith('$')) return 'jsonpath';
  if (subject === 'regex' && !isPattern(text)) return 'pattern';
  return null;
}

function valueMistake(draft: Draft): Mistake | null {
  const entry = entryOf(draft);
  const isEmpty = isList(entry) ? draft.values.length === 0 : draft.value.trim() === '';
  if (isEmpty && shapes[draft.type].mayBeEmpty === true) return null;
  const mistake = isList(entry) ? listMistake(entry, draft.values) : textMistake(entry, draft);
  if (mistake !== null || draft.type !== 'content_type') return mistake;
  return (isList(entry) ? draft.values : [draft.value]).every((one) => /^[^\s/]+\/[^\s/]+$/.test(one.split(';')[0]?.trim() ?? '')) ? null : 'mediaType';
}

function listMistake(entry: Entry, values: readonly string[]): Mistake | null {
  if (values.length === 0) return 'list';
  if (entry === 'statuses') return values.every(isStatus) ? null : 'status';
  if (entry === 'rejections') return values.every((one) => isCode(one) && Number(one) >= 300 && Number(one) <= 499) ? null : 'rejections';
  if (entry === 'patterns') return values.every(isPattern) ? null : 'pattern';
  return null;
}

function textMistake(entry: Entry, { value, operator }: Draft): Mistake | null {
  switch (entry) {
    case 'status':
      if (operator === 'eq' || operator === 'ne' || operator === null) return isStatus(value) ? null : 'status';
      return isCode(value) ? null : 'orderedStatus';
    case 'number':
      return isNumber(value) ? null : 'number';
    case 'text':
      return value === '' ? 'text' : null;
    case 'value':
      return value === '' ? 'value' : null;
    case 'pattern':
      return value !== '' && isPattern(value) ? null : 'pattern';
    case 'jsonType':
      return value === '' ? 'jsonType' : null;
    case 'schema':
      return isSchema(value.trim()) ? null : 'schema';
    default:
      return null;
  }
}

function isSchema(text: string): boolean {
  if (!text.startsWith('{')) return text.includes('#');
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return text !== '';
  } catch {
    // Inline options such as (?i) are known to the engine and not to browsers.
    return /^\(\?[a-z]+\)/.test(text);
  }
}
