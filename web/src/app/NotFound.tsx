import { Anchor } from '@mantine/core';
import { useText } from '../i18n/useText';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { ConsoleLink } from './ConsoleLink';

export function NotFound() {
  const text = useText();
  const { title, hint, home } = text.problem.notFoundPage;
  return (
    <Page title={text.pages.notFound}>
      <EmptyState
        icon="search"
        title={title}
        hint={hint}
        action={
          <Anchor component={ConsoleLink} to="/">
            {home}
          </Anchor>
        }
      />
    </Page>
  );
}
