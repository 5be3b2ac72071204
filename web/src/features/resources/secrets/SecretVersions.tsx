import { Button, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingRows } from '../../../ui/Loading';
import { useAction } from '../../../ui/useAction';
import { scopeOf, type Secret, versionsQuery } from './queries';
import classes from './Secrets.module.css';

export function SecretVersions({ secret, mayRestore, onClose }: { secret: Secret; mayRestore: boolean; onClose: () => void }) {
  const { common, secrets } = useText();
  const { versions: text } = secrets;
  const format = useFormat();
  const client = useQueryClient();
  const act = useAction();
  const query = useQuery(versionsQuery(secret));
  const restore = (version: number) =>
    act(async () => {
      const done = await dataOf(api.POST('/api/v1/resources/secrets/{key}/restore', { params: { path: { key: secret.key } }, body: { version, ...scopeOf(secret) } }));
      await client.invalidateQueries({ queryKey: ['secret'] });
      notifications.show({ message: text.restored(format.number(version), format.number(done.version)) });
    });
  return (
    <Modal opened onClose={onClose} title={text.title(secret.key)} centered closeButtonProps={{ 'aria-label': common.close }}>
      <Stack>
        <Text size="sm" c="dimmed">
          {text.lead}
        </Text>
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <LoadingRows rows={3} height={40} />
        ) : (
          <ol className={classes.list}>
            {query.data.map((one) => (
              <li key={one.version} className={classes.row}>
                <span>
                  {text.version(format.number(one.version))}
                  <Text span size="xs" c="dimmed" ml={8}>
                    {format.moment(one.written_at)}
                  </Text>
                </span>
                {one.is_present ? (
                  <Text span size="sm" c="var(--al-ok)">
                    {text.present}
                  </Text>
                ) : (
                  mayRestore && (
                    <Button size="compact-sm" variant="default" aria-label={text.restoreNamed(format.number(one.version))} onClick={() => void restore(one.version)}>
                      {text.restore}
                    </Button>
                  )
                )}
              </li>
            ))}
          </ol>
        )}
      </Stack>
    </Modal>
  );
}
