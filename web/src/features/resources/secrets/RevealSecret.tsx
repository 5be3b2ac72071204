import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../../../i18n/useText';
import { CopyButton } from '../../../ui/CopyButton';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingBlock } from '../../../ui/Loading';
import { readValue, type Secret } from './queries';
import classes from './Secrets.module.css';
import { useCountdown } from './useCountdown';

const shownFor = 30;

/** Opening it is the act of reading: the server writes down who did. The value lives in this dialog only and goes with it. */
export function RevealSecret({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  const { common, secrets: text } = useText();
  const [value, setValue] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isOpen = true;
    readValue(secret).then(
      (read) => (isOpen ? setValue(read) : undefined),
      (problem: unknown) => (isOpen ? setError(problem) : undefined),
    );
    return () => {
      isOpen = false;
    };
  }, [secret]);
  return (
    <Modal opened onClose={onClose} title={text.revealed.title(secret.key)} centered closeButtonProps={{ 'aria-label': common.close }}>
      {error !== null ? <ErrorState error={error} /> : value === null ? <LoadingBlock height={140} /> : <Shown value={value} seconds={secret.is_sensitive ? shownFor : null} onEnd={onClose} />}
    </Modal>
  );
}

function Shown({ value, seconds, onEnd }: { value: string; seconds: number | null; onEnd: () => void }) {
  const { revealed: text } = useText().secrets;
  const left = useCountdown(seconds, onEnd);
  return (
    <Stack>
      <pre className={classes.shown} tabIndex={0}>
        {value}
      </pre>
      <Text size="sm" c="dimmed">
        {text.audited} {seconds === null && text.stays}
      </Text>
      {left !== null && seconds !== null && (
        <div>
          <Text size="sm" fw={500} role="timer">
            {text.hides(left)}
          </Text>
          <Progress value={(100 * left) / seconds} size="sm" mt={4} aria-hidden />
        </div>
      )}
      <Group justify="flex-end" gap="xs">
        <CopyButton value={value} what={text.what} withWords />
        <Button onClick={onEnd}>{text.hide}</Button>
      </Group>
    </Stack>
  );
}
