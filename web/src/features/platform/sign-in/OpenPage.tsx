import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Logo } from '../../../app/Logo';
import { OfflineBanner } from '../../../app/OfflineBanner';
import { useText } from '../../../i18n/useText';
import classes from './OpenPage.module.css';
import { OpenPageChoices } from './OpenPageChoices';

/** A page for somebody who is not signed in: one card in the middle, with language and appearance under it. */
export function OpenPage({ title, lead, children }: { title: string; lead?: string | undefined; children: ReactNode }) {
  const text = useText();
  useEffect(() => {
    document.title = text.shell.documentTitle(title);
  }, [title, text]);
  return (
    <main className={classes.page}>
      <Stack gap="md" className={classes.column}>
        <OfflineBanner />
        <Paper withBorder p={{ base: 'md', xs: 'xl' }} className={classes.card}>
          <Stack gap="lg">
            <Group gap="sm" wrap="nowrap">
              <Logo size={36} />
              <Title order={1}>{title}</Title>
            </Group>
            {lead !== undefined && (
              <Text size="sm" c="dimmed">
                {lead}
              </Text>
            )}
            {children}
          </Stack>
        </Paper>
        <OpenPageChoices />
      </Stack>
    </main>
  );
}
