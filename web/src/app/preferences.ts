import { useSyncExternalStore } from 'react';

/** What the browser remembers for its user: small choices, never data of the server and never a secret. */
type Name = 'language' | 'theme' | 'project' | 'navigation';

const listeners = new Set<() => void>();
const unsaved = new Map<Name, string>();

export function preference(name: Name): string | null {
  try {
    return localStorage.getItem(`alicerce.${name}`) ?? unsaved.get(name) ?? null;
  } catch {
    return unsaved.get(name) ?? null;
  }
}

export function setPreference(name: Name, value: string | null): void {
  if (value === null) unsaved.delete(name);
  else unsaved.set(name, value);
  try {
    if (value === null) localStorage.removeItem(`alicerce.${name}`);
    else localStorage.setItem(`alicerce.${name}`, value);
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export function usePreference(name: Name): string | null {
  return useSyncExternalStore(subscribe, () => preference(name));
}
