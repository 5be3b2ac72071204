/** Names of pages and of their groups in the navigation. */
export const pages = {
  groups: { work: 'Work', resources: 'Resources', insight: 'Insight', house: 'Administration' },
  overview: 'Overview',
  projects: 'Projects',
  project: 'Project',
  resources: 'Resource Manager',
  service: 'Service',
  secrets: 'Secrets',
  configs: 'Configs',
  users: 'Users',
  settings: 'Settings',
  profile: 'Profile',
  signIn: 'Sign in',
  choosePassword: 'Choose a password',
  notFound: 'Page not found',
};
