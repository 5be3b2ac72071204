import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from '../i18n/useText';
import { ProblemNote } from './ProblemNote';

interface ConfirmProps {
  opened: boolean;
  onClose: () => void;
  /** Resolves when it is done, which closes the dialog; a rejection is shown in it. */
  onConfirm: () => Promise<unknown>;
  title: string;
  /** What will happen, and that it cannot be undone where that is so. */
  children: ReactNode;
  /** The verb on the button. */
  action: string;
  /** Has to be typed before the button works, for what takes much with it. */
  typed?: string;
  danger?: boolean;
}

/** Asks before something that cannot be taken back. */
export function Confirm(props: ConfirmProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} centered>
      {props.opened && <Question {...props} />}
    </Modal>
  );
}

function Question({ onClose, onConfirm, children, action, typed, danger = true }: ConfirmProps) {
  const { common } = useText();
  const [word, setWord] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Stack>
        <Text size="sm" component="div">
          {children}
        </Text>
        {typed !== undefined && (
          <TextInput label={common.typeToConfirm(typed)} value={word} onChange={(event) => setWord(event.currentTarget.value)} data-autofocus autoComplete="off" spellCheck={false} />
        )}
        <ProblemNote error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" {...(danger ? { color: 'danger' } : {})} loading={isBusy} disabled={typed !== undefined && word !== typed}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
