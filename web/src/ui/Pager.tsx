import { ActionIcon, Group, Text } from '@mantine/core';
import type { components } from '../api/schema';
import { useFormat } from '../i18n/useFormat';
import { useText } from '../i18n/useText';
import { Icon } from './icons';

/** Under a numbered list: where one is, and the pages beside it. Nothing when there is one page only. */
export function Pager({ meta, onPage }: { meta: components['schemas']['PageMeta'] | null; onPage: (page: number) => void }) {
  const { common } = useText();
  const format = useFormat();
  if (meta === null || meta.total_pages <= 1) return null;
  return (
    <Group justify="flex-end" gap="xs" role="navigation" aria-label={common.pagination.label}>
      <Text size="sm" c="dimmed">
        {common.pagination.page(format.number(meta.page), format.number(meta.total_pages))}
      </Text>
      <ActionIcon variant="default" aria-label={common.pagination.previous} disabled={!meta.has_prev} onClick={() => onPage(meta.page - 1)}>
        <Icon name="left" size={16} />
      </ActionIcon>
      <ActionIcon variant="default" aria-label={common.pagination.next} disabled={!meta.has_next} onClick={() => onPage(meta.page + 1)}>
        <Icon name="right" size={16} />
      </ActionIcon>
    </Group>
  );
}
