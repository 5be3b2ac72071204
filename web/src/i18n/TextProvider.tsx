import { type ReactNode, useEffect, useState } from 'react';
import { usePreference } from '../app/preferences';
import type { Texts } from './en';
import { language as currentLanguage, type Language } from './language';
import { loadTexts, TextContext } from './useText';

/** Keeps the page in the chosen language; the first texts are loaded before the first render, so nothing flickers. */
export function TextProvider({ first, children }: { first: { language: Language; text: Texts }; children: ReactNode }) {
  const [shown, setShown] = useState(first);
  usePreference('language');
  const wanted = currentLanguage();
  useEffect(() => {
    document.documentElement.lang = shown.language;
    if (wanted === shown.language) return;
    let isCurrent = true;
    void loadTexts(wanted).then((text) => {
      if (isCurrent) setShown({ language: wanted, text });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted, shown.language]);
  return <TextContext value={shown}>{children}</TextContext>;
}
