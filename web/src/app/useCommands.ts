import { useMantineColorScheme } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { isHouseAdmin, signOut, useMe } from '../api/session';
import { chooseLanguage, languageNames, languages } from '../i18n/language';
import { useLocale } from '../i18n/useText';
import type { IconName } from '../ui/icons';
import { navigablePages } from './navigablePages';
import { themeChoices } from './themeChoices';
import { projectsQuery, useProject } from './useProject';

export interface Command {
  key: string;
  kind: 'pages' | 'projects' | 'actions';
  icon: IconName;
  label: string;
  run: () => void;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** All words of the search are in the label, in any order and without regard to accents. */
export function matches(label: string, search: string): boolean {
  const text = plain(label);
  return plain(search).split(/\s+/).every((word) => text.includes(word));
}

export function useCommands(search: string): Command[] {
  const { language, text } = useLocale();
  const isAdmin = isHouseAdmin(useMe());
  const client = useQueryClient();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const { data: projects } = useQuery(projectsQuery);
  const { choose } = useProject();

  const toPages = navigablePages(isAdmin).map<Command>((page) => ({
    key: page.path,
    kind: 'pages',
    icon: page.icon,
    label: page.label(text.pages),
    run: () => void navigate({ to: page.path, search: keepProject }),
  }));
  const toProjects = (projects ?? []).map<Command>((project) => ({ key: `project-${project.id}`, kind: 'projects', icon: 'projects', label: project.name, run: () => choose(project.id) }));
  const actions: Command[] = [
    { key: 'profile', kind: 'actions', icon: 'user', label: text.shell.profile, run: () => void navigate({ to: '/profile', search: keepProject }) },
    ...themeChoices.map<Command>(({ value, icon }) => ({ key: value, kind: 'actions', icon, label: `${text.shell.theme}: ${text.shell.themes[value]}`, run: () => setColorScheme(value) })),
    ...languages.filter((one) => one !== language).map<Command>((one) => ({ key: one, kind: 'actions', icon: 'language', label: `${text.shell.language}: ${languageNames[one]}`, run: () => chooseLanguage(one) })),
    { key: 'sign-out', kind: 'actions', icon: 'signOut', label: text.shell.signOut, run: () => void signOut(client).then(() => navigate({ to: '/sign-in', search: () => ({}) })) },
  ];
  return [...toPages, ...toProjects, ...actions].filter((command) => matches(command.label, search));
}

function keepProject(search: Record<string, unknown>): Record<string, unknown> {
  return 'project' in search ? { project: search.project } : {};
}
