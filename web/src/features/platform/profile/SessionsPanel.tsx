import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, doneOf } from '../../../api/client';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingRows } from '../../../ui/Loading';
import { Panel } from '../../../ui/Panel';
import { useAction } from '../../../ui/useAction';
import { browserName } from './browserName';
import classes from './Profile.module.css';
import { type Session, sessionsQuery } from './queries';

export function SessionsPanel() {
  const { sessions } = useText().account.profile;
  const query = useQuery(sessionsQuery);
  const client = useQueryClient();
  const act = useAction();
  const others = (query.data ?? []).filter((one) => !one.is_this);

  const end = (ending: readonly Session[]) =>
    act(async () => {
      try {
        await Promise.all(ending.map(({ id }) => doneOf(api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } }))));
      } finally {
        await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      }
    }, sessions.ended);

  return (
    <Panel
      title={sessions.title}
      description={sessions.lead}
      flush
      actions={
        others.length > 0 && (
          <Button variant="default" size="xs" onClick={() => void end(others)}>
            {sessions.endOthers}
          </Button>
        )
      }
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingRows rows={2} height={60} />
      ) : (
        <ul className={classes.list}>
          {query.data.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => void end([session])} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { sessions } = useText().account.profile;
  const format = useFormat();
  const name = browserName(session.user_agent) ?? sessions.unknown;
  return (
    <li className={classes.item}>
      <Stack gap={0} className={classes.words}>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {name}
          </Text>
          {session.is_this && (
            <Badge variant="outline" size="sm" tt="none">
              {sessions.current}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed" title={format.moment(session.last_seen_at)}>
          {sessions.lastSeen}: {format.ago(session.last_seen_at)}
        </Text>
      </Stack>
      {!session.is_this && (
        <Button variant="default" size="xs" aria-label={sessions.endNamed(name)} onClick={onEnd}>
          {sessions.end}
        </Button>
      )}
    </li>
  );
}
