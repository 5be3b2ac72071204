import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/session';
import { type ConsolePage, openPages, pages } from './nav';
import { NotFound } from './NotFound';
import { PageFailed } from './PageFailed';
import { Shell } from './Shell';

interface Search {
  /** The chosen project's id; see useProject. */
  project?: number;
  [key: string]: unknown;
}

import { base } from './base';
const signIn = '/sign-in';

function readSearch(search: Record<string, unknown>): Search {
  const { project, ...rest } = search;
  const id = Number(project);
  return Number.isInteger(id) && id > 0 ? { ...rest, project: id } : rest;
}

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, validateSearch: readSearch });

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const start = await context.client.query({ ...sessionQuery, staleTime: 'static' });
    if (start.user === null) throw redirect({ to: signIn, search: location.href === '/' ? {} : { return: location.href } });
  },
});

const inShell = (page: ConsolePage) => createRoute({ getParentRoute: () => shell, path: page.path, component: lazyRouteComponent(page.screen) });
const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });
const outside = (page: ConsolePage) => createRoute({ getParentRoute: () => root, path: page.path, component: lazyRouteComponent(page.screen) });

export function createConsoleRouter(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([shell.addChildren([...pages.map(inShell), nowhere]), ...openPages.map(outside)]),
    basepath: base,
    context: { client },
    defaultPreload: 'intent',
    defaultErrorComponent: PageFailed,
    scrollRestoration: true,
  });
}
