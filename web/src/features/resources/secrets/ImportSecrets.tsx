import { Button, FileButton, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import type { components } from '../../../api/schema';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { ProblemNote } from '../../../ui/ProblemNote';
import { type Scope, scopeOf } from './queries';
import classes from './Secrets.module.css';

type Change = components['schemas']['ExchangeSecretsImportedSecret'];

const changes = (list: readonly Change[]) => list.filter((one) => one.action === 'created' || one.action === 'updated').length;

/** Takes a dotenv text, and stores it only after its author has seen what it would change. */
export function ImportSecrets({ scope, onClose }: { scope: Scope; onClose: () => void }) {
  const { common, secrets } = useText();
  const { importing: text } = secrets;
  const format = useFormat();
  const client = useQueryClient();
  const [content, setContent] = useState('');
  const [seen, setSeen] = useState<{ content: string; list: readonly Change[] } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isSeen = seen !== null && seen.content === content;

  const send = async (preview: boolean) => {
    setBusy(true);
    setError(null);
    try {
      const list = await dataOf(api.POST('/api/v1/resources/secrets/import', { body: { content, preview, ...scopeOf(scope) } }));
      if (preview) {
        setSeen({ content, list });
        return;
      }
      await client.invalidateQueries({ queryKey: ['secret'] });
      notifications.show({ message: text.done(format.number(changes(list))) });
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={text.title} size="lg" centered closeButtonProps={{ 'aria-label': common.close }}>
      <Stack>
        <Textarea
          label={text.content}
          description={text.hint}
          autosize
          minRows={6}
          maxRows={12}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={content}
          onChange={(event) => setContent(event.currentTarget.value)}
        />
        <FileButton onChange={(file) => void file?.text().then(setContent)}>
          {(props) => (
            <Button variant="default" {...props} style={{ alignSelf: 'flex-start' }}>
              {text.choose}
            </Button>
          )}
        </FileButton>
        {seen !== null && (isSeen ? <Changes list={seen.list} /> : <Text size="sm">{text.edited}</Text>)}
        <ProblemNote error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant={isSeen ? 'default' : 'filled'} onClick={() => void send(true)} disabled={content.trim() === ''} loading={isBusy && !isSeen}>
            {text.preview}
          </Button>
          {isSeen && changes(seen.list) > 0 && (
            <Button onClick={() => void send(false)} loading={isBusy}>
              {text.run(format.number(changes(seen.list)))}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

const signs: Readonly<Record<string, string>> = { created: '+', updated: '~', unchanged: '=', skipped: '–' };

function Changes({ list }: { list: readonly Change[] }) {
  const { importing: text } = useText().secrets;
  const actions: Readonly<Record<string, string>> = text.actions;
  return (
    <div>
      <Text size="sm" fw={600} component="h3">
        {text.changes}
      </Text>
      {changes(list) === 0 && <Text size="sm">{text.nothing}</Text>}
      <ul className={classes.list} aria-label={text.changes} tabIndex={0}>
        {list.map((one) => (
          <li key={one.key} className={classes.row}>
            <Text span ff="monospace" size="sm">
              <span aria-hidden>{signs[one.action]} </span>
              {one.key}
            </Text>
            <Text span size="sm" c={one.action === 'created' || one.action === 'updated' ? 'var(--al-ok)' : 'dimmed'}>
              {actions[one.action] ?? one.action}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
