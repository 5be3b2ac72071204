import type { IconName } from '../ui/icons';
import { type ConsolePage, pages } from './nav';

/** The pages that have a place in the navigation, as far as the user sees them. */
export function navigablePages(isAdmin: boolean): (ConsolePage & { icon: IconName })[] {
  return pages.flatMap((page) => (page.icon === undefined || (page.admin === true && !isAdmin) ? [] : [{ ...page, icon: page.icon }]));
}
