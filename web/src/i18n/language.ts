import { preference, setPreference } from '../app/preferences';

export const languages = ['en', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = { en: 'English', 'pt-BR': 'Português (Brasil)' };

function known(tag: string | null): Language | null {
  if (tag === null) return null;
  const primary = tag.toLowerCase().split('-')[0];
  return primary === 'pt' ? 'pt-BR' : primary === 'en' ? 'en' : null;
}

/** What the user chose, else the first of the browser's languages that we speak. */
export function language(): Language {
  return known(preference('language')) ?? navigator.languages.map(known).find((one) => one !== null) ?? 'en';
}

export function chooseLanguage(chosen: Language): void {
  setPreference('language', chosen);
}
