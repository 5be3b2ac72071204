import { createContext, useContext } from 'react';
import type { Texts } from './en';
import type { Language } from './language';

export const TextContext = createContext<{ language: Language; text: Texts } | null>(null);

/** The texts in the user's language: `const text = useText(); text.shell.signOut`. */
export function useText(): Texts {
  return useLocale().text;
}

export function useLocale(): { language: Language; text: Texts } {
  const value = useContext(TextContext);
  if (value === null) throw new Error('useText needs the TextProvider around it.');
  return value;
}

export async function loadTexts(language: Language): Promise<Texts> {
  return language === 'pt-BR' ? (await import('./pt-BR')).ptBR : (await import('./en')).en;
}
