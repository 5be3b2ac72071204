import type { Kind } from './queries';

/** As the generator begins its names. */
const prefixes: Record<Kind, string> = { smoke: 'Smoke', api: 'API', form: 'Form', query: 'Query', auth: 'Auth', edge: 'Edge', security: 'Security', e2e: 'E2E', load: 'Load' };

/** A generated name without its kind, which stands beside it as an icon: "Smoke: Login loads" is shown as "Login loads". */
export function shownName(name: string, kind: string): string {
  const prefix = Object.entries(prefixes).find(([one]) => one === kind)?.[1];
  if (prefix === undefined || !name.startsWith(`${prefix}: `)) return name;
  return name.slice(prefix.length + 2);
}
