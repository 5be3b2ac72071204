import { NavLink, Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { isHouseAdmin, useMe } from '../api/session';
import { useText } from '../i18n/useText';
import { Icon } from '../ui/icons';
import { ConsoleLink } from './ConsoleLink';
import { navGroups } from './nav';
import classes from './Navigation.module.css';
import { navigablePages } from './navigablePages';

export function Navigation() {
  const text = useText();
  const { pathname } = useLocation();
  const pages = navigablePages(isHouseAdmin(useMe()));
  const here = pages.find((page) => page.isHere?.(pathname) === true);
  return (
    <div className={classes.groups}>
      {navGroups.map((group) => {
        const entries = pages.filter((page) => page.group === group);
        if (entries.length === 0) return null;
        const name = text.pages.groups[group];
        return (
          <div key={group} role="group" aria-label={name}>
            <Text size="xs" fw={600} c="dimmed" className={classes.name} aria-hidden>
              {name}
            </Text>
            {entries.map((page) => {
              const isHere = here === undefined ? isBelow(page.path, pathname) : page === here;
              return (
                <NavLink
                  key={page.path}
                  component={ConsoleLink}
                  to={page.path}
                  label={page.label(text.pages)}
                  leftSection={<Icon name={page.icon} />}
                  active={isHere}
                  aria-current={isHere ? 'page' : undefined}
                  classNames={{ root: classes.link ?? '', label: classes.label ?? '' }}
                />
              );
            })}
          </div>
        );
      })}
    </div>
  );
}

function isBelow(path: string, pathname: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}
