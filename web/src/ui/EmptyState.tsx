import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';

interface EmptyStateProps {
  icon?: IconName;
  title: string;
  /** What to do next, in a sentence. */
  hint: ReactNode;
  action?: ReactNode;
}

/** Nothing is here yet: says why, and what to do. */
export function EmptyState({ icon = 'box', title, hint, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Text c="dimmed" component="span" lh={0}>
        <Icon name={icon} size={32} />
      </Text>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" size="sm" maw={440} component="div">
        {hint}
      </Text>
      {action}
    </Stack>
  );
}
