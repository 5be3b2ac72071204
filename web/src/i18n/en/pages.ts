/** Names of pages and of their groups in the navigation. */
export const pages = {
  groups: { work: 'Work', resources: 'Resources', insight: 'Insight', house: 'Administration' },
  overview: 'Overview',
  projects: 'Projects',
  project: 'Project',
  users: 'Users',
  settings: 'Settings',
  profile: 'Profile',
  signIn: 'Sign in',
  choosePassword: 'Choose a password',
  findings: 'Findings',
  tests: 'Tests',
  run: 'Run',
  case: 'Test case',
  trends: 'Trends',
  notFound: 'Page not found',
};
