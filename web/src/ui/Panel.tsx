import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** Tables and lists reach the edges. */
  flush?: boolean;
  children: ReactNode;
}

/** A box on the page: with a title it is a region that a screen reader can jump to. */
export function Panel({ title, description, actions, footer, flush = false, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={title === undefined ? undefined : id}>
      {(title !== undefined || actions !== undefined) && (
        <Group justify="space-between" gap="xs" className={classes.head}>
          <div className={classes.words}>
            {title !== undefined && (
              <Title order={2} id={id}>
                {title}
              </Title>
            )}
            {description !== undefined && (
              <Text size="sm" c="dimmed" component="div">
                {description}
              </Text>
            )}
          </div>
          {actions !== undefined && <Group gap="xs">{actions}</Group>}
        </Group>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
      {footer !== undefined && <div className={classes.footer}>{footer}</div>}
    </section>
  );
}
