import { Alert, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { useText } from '../i18n/useText';
import { CopyButton } from './CopyButton';

interface ShownOnceProps {
  /** Null closes it, and the value is gone. */
  value: string | null;
  onClose: () => void;
  title: string;
  /** What to do with it, and that it is not shown again. */
  hint: string;
  /** What it is, for the button that copies it. */
  what: string;
}

/** A secret that the server told this one time: to be copied now. */
export function ShownOnce({ value, onClose, title, hint, what }: ShownOnceProps) {
  const { common } = useText();
  return (
    <Modal opened={value !== null} onClose={onClose} title={title} centered closeOnClickOutside={false} closeButtonProps={{ 'aria-label': common.close }}>
      <Stack>
        <Alert variant="outline">{hint}</Alert>
        <Code block>
          <Text span size="sm" ff="monospace" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {value}
          </Text>
        </Code>
        <Group justify="flex-end">
          <CopyButton value={value ?? ''} what={what} withWords />
        </Group>
      </Stack>
    </Modal>
  );
}
