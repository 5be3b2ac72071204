import { Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { Confirm } from '../../../ui/Confirm';
import { download } from '../shared/download';
import { type Scope, scopeOf } from './queries';

/** Values in plain text leave the server, so it is said first what that means. */
export function ExportSecrets({ scope, onClose }: { scope: Scope; onClose: () => void }) {
  const { exporting: text } = useText().secrets;
  const format = useFormat();
  const [inherited, setInherited] = useState(false);
  const isGlobal = scope.project_id === null;
  const run = async () => {
    const { content, count } = await dataOf(api.POST('/api/v1/resources/secrets/export', { body: { ...scopeOf(scope), inherited: inherited && !isGlobal, global: isGlobal } }));
    download(content, '.env');
    notifications.show({ message: text.done(format.number(count)) });
  };
  return (
    <Confirm opened onClose={onClose} onConfirm={run} title={text.title} action={text.run} danger={false}>
      <Stack>
        <Text size="sm">{text.hint}</Text>
        {!isGlobal && <Switch label={text.inherited} checked={inherited} onChange={(event) => setInherited(event.currentTarget.checked)} />}
      </Stack>
    </Confirm>
  );
}
