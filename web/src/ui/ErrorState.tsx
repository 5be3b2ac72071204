import { Button, Stack, Text } from '@mantine/core';
import { explain } from '../api/problem';
import { useText } from '../i18n/useText';
import { Icon } from './icons';

/** Something could not be loaded: says what, and offers to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const text = useText();
  const { title, hint } = explain(error, text);
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center" role="alert">
      <Text c="var(--al-bad)" component="span" lh={0}>
        <Icon name="findings" size={32} />
      </Text>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" size="sm" maw={480}>
        {hint}
      </Text>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {text.common.retry}
        </Button>
      )}
    </Stack>
  );
}
