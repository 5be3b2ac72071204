import { Button, Group, Modal, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText';
import { ProblemNote } from './ProblemNote';
import { useSubmit } from './useSubmit';

interface FormDialogProps<V extends Record<string, unknown>> {
  onClose: () => void;
  title: string;
  /** The verb on the button. */
  action: string;
  /** Its fields are named as the API names them, so that a 422 finds its field. */
  form: UseFormReturnType<V>;
  /** Resolves when it is done, which closes the dialog. */
  onSubmit: (values: V) => Promise<unknown>;
  /** Reads the newer version into the form after a 409 or 412. */
  onLoadNewer?: (() => Promise<unknown>) | undefined;
  /** Says more of a problem than its usual note, such as a way out that changes the form and sends it again; null leaves it at the note. */
  note?: (problem: unknown, send: () => void) => ReactNode;
  children: ReactNode;
}

/** A form in a dialog: mistakes at their fields, refusals above the buttons. Render it only while it is open: `{isCreating && <…Dialog />}`. */
export function FormDialog<V extends Record<string, unknown>>({ onClose, title, action, form, onSubmit, onLoadNewer, note, children }: FormDialogProps<V>) {
  const { common } = useText();
  const { submit, isBusy, problem, retry } = useSubmit(form, async (values) => {
    await onSubmit(values);
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': common.close }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {children}
          {(problem !== null && note?.(problem, () => submit())) ?? <ProblemNote error={problem} onLoadNewer={onLoadNewer && (() => void retry(onLoadNewer))} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={isBusy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
