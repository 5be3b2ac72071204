import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { preference, setPreference } from './preferences';

function read(value: string | null, otherwise: MantineColorScheme): MantineColorScheme {
  return value === 'light' || value === 'dark' || value === 'auto' ? value : otherwise;
}

let listen: ((event: StorageEvent) => void) | null = null;

/** Keeps the choice under the same key that public/theme.js reads before the first paint. */
export const colorScheme: MantineColorSchemeManager = {
  get: (otherwise) => read(preference('theme'), otherwise),
  set: (value) => setPreference('theme', value),
  subscribe: (onUpdate) => {
    listen = (event) => {
      if (event.key === 'alicerce.theme') onUpdate(read(event.newValue, 'auto'));
    };
    window.addEventListener('storage', listen);
  },
  unsubscribe: () => {
    if (listen !== null) window.removeEventListener('storage', listen);
  },
  clear: () => setPreference('theme', null),
};
