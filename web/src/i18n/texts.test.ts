import { expect, test } from 'vitest';
import { en } from './en';
import { ptBR } from './pt-BR';

/** Texts that are rightly the same in both languages. */
const shared = new Set(['openapi.yaml#/components/schemas/User', 'Order (\\d+)', 'Alicerce', 'Status']);

function leaves(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`)) : [];
}

test('no text is empty, and every one is translated', () => {
  const portuguese = new Map(leaves(ptBR, ''));
  for (const [path, text] of leaves(en, '')) {
    expect(portuguese.get(path), path).toBeTruthy();
    if (text.length > 12 && !shared.has(text) && text.includes(' ')) expect(portuguese.get(path), path).not.toBe(text);
  }
});
