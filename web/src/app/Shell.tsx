import { AppShell, Box, Burger, Group, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useLiveChanges } from '../api/changes';
import { MeContext, sessionQuery } from '../api/session';
import { useText } from '../i18n/useText';
import { LoadingBlock } from '../ui/Loading';
import { CommandPalette } from './CommandPalette';
import { ConsoleLink } from './ConsoleLink';
import { Logo } from './Logo';
import { Navigation } from './Navigation';
import { OfflineBanner } from './OfflineBanner';
import { ProjectSwitcher } from './ProjectSwitcher';
import classes from './Shell.module.css';
import { useLeaveWhenSignedOut } from './useLeaveWhenSignedOut';
import { UserMenu } from './UserMenu';

/** What is around every page of somebody who is signed in; nothing while somebody who is not is on the way out. */
export function Shell() {
  const { data } = useQuery(sessionQuery);
  useLeaveWhenSignedOut();
  if (data?.user == null) return null;
  return (
    <MeContext value={data.user}>
      <Frame />
    </MeContext>
  );
}

function Frame() {
  const { shell } = useText();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  useLiveChanges();
  useEffect(close, [pathname, close]);

  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }} padding={{ base: 'md', sm: 'xl' }}>
      <UnstyledButton component="a" href="#content" className={classes.skip}>
        {shell.skip}
      </UnstyledButton>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px={{ base: 'xs', sm: 'md' }} gap="xs" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap" className={classes.start}>
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={isOpen ? shell.closeNavigation : shell.openNavigation} aria-expanded={isOpen} />
            <ConsoleLink to="/" className={classes.brand} aria-label={shell.product}>
              <Logo />
              <Box visibleFrom="sm" component="span">
                {shell.product}
              </Box>
            </ConsoleLink>
            <ProjectSwitcher />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <CommandPalette />
            <UserMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} data-closed={!isOpen || undefined} aria-label={shell.navigation} onKeyDown={(event) => (event.key === 'Escape' ? close() : undefined)}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <OfflineBanner />
        <Suspense fallback={<LoadingBlock height={320} />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}
