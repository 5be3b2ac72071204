import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useText } from '../i18n/useText';
import classes from './Page.module.css';

interface PageProps {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Above the title: where one came from. */
  back?: ReactNode;
  /** Narrower, for forms and texts. */
  narrow?: boolean;
  children: ReactNode;
}

/** A screen: its one h1, what can be done, and the content. Also names the browser's tab. */
export function Page({ title, lead, actions, back, narrow = false, children }: PageProps) {
  const text = useText();
  useEffect(() => {
    document.title = text.shell.documentTitle(title);
  }, [title, text]);
  return (
    <Stack gap="lg" className={narrow ? classes.narrow : classes.page}>
      <Stack gap={4}>
        {back}
        <Group justify="space-between" align="center" gap="sm" className={classes.head}>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {actions !== undefined && <Group gap="xs">{actions}</Group>}
        </Group>
        {lead !== undefined && (
          <Text c="dimmed" size="sm" component="div">
            {lead}
          </Text>
        )}
      </Stack>
      {children}
    </Stack>
  );
}
