import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { onHealed, suspectNoAnswer } from '../api/connection';
import { useText } from '../i18n/useText';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';

/** A page that could not even be loaded, such as after the server was updated and its files have other names. */
export function PageFailed() {
  const { page } = useText().problem;
  useEffect(() => {
    suspectNoAnswer();
    return onHealed(() => window.location.reload());
  }, []);
  return (
    <Page title={page.title}>
      <EmptyState icon="findings" title={page.title} hint={page.hint} action={<Button onClick={() => window.location.reload()}>{page.reload}</Button>} />
    </Page>
  );
}
