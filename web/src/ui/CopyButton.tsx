import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useText } from '../i18n/useText';
import { Icon } from './icons';

interface CopyButtonProps {
  value: string;
  /** What is copied, for the button's name: "Copy the address". */
  what: string;
  /** Shows the words, not only the icon. */
  withWords?: boolean;
  /** Words of one's own instead of "Copy" and what. */
  words?: string;
}

export function CopyButton({ value, what, withWords = false, words }: CopyButtonProps) {
  const { common } = useText();
  const clipboard = useClipboard({ timeout: 2000 });
  const name = clipboard.copied ? common.copied : (words ?? common.copyNamed(what));
  const icon = <Icon name={clipboard.copied ? 'check' : 'copy'} size={16} />;
  if (withWords) {
    return (
      <Button variant="default" leftSection={icon} onClick={() => clipboard.copy(value)}>
        {name}
      </Button>
    );
  }
  return (
    <Tooltip label={name}>
      <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={name} onClick={() => clipboard.copy(value)}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
