import type { Texts } from '../../i18n/en';

export const houseRoles = ['viewer', 'developer', 'admin'] as const;

export function roleName(text: Texts, role: string): string {
  const names: Readonly<Record<string, string | undefined>> = text.common.roles;
  return names[role] ?? role;
}

/** For a Select. */
export function roleChoices(text: Texts): { value: string; label: string }[] {
  return houseRoles.map((value) => ({ value, label: text.common.roles[value] }));
}
