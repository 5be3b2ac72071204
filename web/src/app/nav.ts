import type { ComponentType } from 'react';
import type { Texts } from '../i18n/en';
import type { IconName } from '../ui/icons';

/**
 * Every page of the console, once. A page is a module whose default export is its screen, loaded when it is first opened:
 * add an entry here, its name in `i18n/<language>/pages.ts`, and the page is routed, in the navigation and in the command palette.
 */
export interface ConsolePage {
  /** Below `/console`; a part like `$id` is a parameter: `useParams({ strict: false })`. */
  path: string;
  label: (pages: Texts['pages']) => string;
  module: 'shell' | 'platform' | 'resources' | 'testing' | 'scenarios';
  screen: () => Promise<{ default: ComponentType }>;
  /** In the navigation and the palette; without it the page is reached from another one. */
  icon?: IconName;
  group?: keyof Texts['pages']['groups'];
  /** Also its place: pages below that have an address of another form. */
  isHere?: (pathname: string) => boolean;
  /** Shown to admins of the house only; the server decides all the same. */
  admin?: true;
}

export const pages: readonly ConsolePage[] = [
  { path: '/', label: (t) => t.overview, module: 'platform', icon: 'overview', group: 'work', screen: () => import('../features/platform/overview/Overview') },
  { path: '/projects', label: (t) => t.projects, module: 'platform', icon: 'projects', group: 'work', screen: () => import('../features/platform/projects/Projects') },
  { path: '/projects/$id', label: (t) => t.project, module: 'platform', screen: () => import('../features/platform/projects/ProjectDetails') },
  { path: '/resources', label: (t) => t.resources, module: 'resources', icon: 'resources', group: 'resources', screen: () => import('../features/resources/manager/ResourceManager') },
  { path: '/secrets', label: (t) => t.secrets, module: 'resources', icon: 'secrets', group: 'resources', screen: () => import('../features/resources/secrets/Secrets') },
  { path: '/configs', label: (t) => t.configs, module: 'resources', icon: 'configs', group: 'resources', screen: () => import('../features/resources/configs/Configs') },
  { path: '/resources/services/$id', label: (t) => t.service, module: 'resources', screen: () => import('../features/resources/service/ServiceDetails') },
  { path: '/users', label: (t) => t.users, module: 'platform', icon: 'users', group: 'house', admin: true, screen: () => import('../features/platform/users/Users') },
  { path: '/settings', label: (t) => t.settings, module: 'platform', icon: 'settings', group: 'house', screen: () => import('../features/platform/settings/Settings') },
  { path: '/profile', label: (t) => t.profile, module: 'platform', screen: () => import('../features/platform/profile/Profile') },
  { path: '/tests', label: (t) => t.tests, module: 'testing', icon: 'tests', group: 'work', isHere: (path) => /^\/(projects\/\d+\/tests|runs)(\/|$)/.test(path), screen: () => import('../features/testing/suite/TestsHome') },
  { path: '/findings', label: (t) => t.findings, module: 'testing', icon: 'findings', group: 'insight', isHere: (path) => /^\/projects\/\d+\/findings$/.test(path), screen: () => import('../features/testing/findings/FindingsHome') },
  { path: '/projects/$projectId/tests', label: (t) => t.tests, module: 'testing', screen: () => import('../features/testing/suite/TestSuite') },
  { path: '/projects/$projectId/tests/cases/$caseId', label: (t) => t.case, module: 'testing', screen: () => import('../features/testing/cases/EditCase') },
  { path: '/projects/$projectId/tests/suites/$suiteId/new-case', label: (t) => t.case, module: 'testing', screen: () => import('../features/testing/cases/AddCase') },
  { path: '/projects/$projectId/tests/suites/$suiteId/trends', label: (t) => t.trends, module: 'testing', screen: () => import('../features/testing/history/Trends') },
  { path: '/projects/$projectId/findings', label: (t) => t.findings, module: 'testing', screen: () => import('../features/testing/findings/Findings') },
  { path: '/runs/$runId', label: (t) => t.run, module: 'testing', screen: () => import('../features/testing/runs/RunPage') },
];

/** Pages without the shell around them: nobody needs to be signed in. */
export const openPages: readonly ConsolePage[] = [
  { path: '/sign-in', label: (t) => t.signIn, module: 'shell', screen: () => import('../features/platform/sign-in/SignIn') },
  { path: '/choose-password', label: (t) => t.choosePassword, module: 'shell', screen: () => import('../features/platform/sign-in/ChoosePassword') },
];

export const navGroups = ['work', 'resources', 'insight', 'house'] as const;
