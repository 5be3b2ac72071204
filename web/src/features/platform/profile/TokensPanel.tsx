import { Button, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, doneOf } from '../../../api/client';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { Confirm } from '../../../ui/Confirm';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Pager } from '../../../ui/Pager';
import { Panel } from '../../../ui/Panel';
import { ShownOnce } from '../../../ui/ShownOnce';
import classes from './Profile.module.css';
import { type Token, tokensQuery } from './queries';
import { TokenDialog } from './TokenDialog';

export function TokensPanel() {
  const { tokens } = useText().account.profile;
  const [page, setPage] = useState(1);
  const query = useQuery(tokensQuery(page));
  const client = useQueryClient();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const readAnew = () => client.invalidateQueries({ queryKey: ['token'] });

  return (
    <Panel
      title={tokens.title}
      description={tokens.lead}
      flush
      actions={
        <Button variant="default" size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setCreating(true)}>
          {tokens.create}
        </Button>
      }
      {...((query.data?.meta?.total_pages ?? 0) > 1 && { footer: <Pager meta={query.data?.meta ?? null} onPage={setPage} /> })}
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingRows rows={2} height={60} />
      ) : query.data.data.length === 0 ? (
        <EmptyState icon="secrets" {...tokens.empty} />
      ) : (
        <ul className={classes.list}>
          {query.data.data.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
          ))}
        </ul>
      )}
      {isCreating && (
        <TokenDialog
          onClose={() => setCreating(false)}
          onMade={(value) => {
            setMade(value);
            void readAnew();
          }}
        />
      )}
      <ShownOnce value={made} onClose={() => setMade(null)} title={tokens.made} hint={tokens.madeHint} what={tokens.value} />
      <Confirm
        opened={revoking !== null}
        onClose={() => setRevoking(null)}
        title={tokens.revokeTitle}
        action={tokens.revoke}
        onConfirm={async () => {
          if (revoking !== null) await doneOf(api.DELETE('/api/v1/auth/tokens/{id}', { params: { path: { id: revoking.id } } }));
          await readAnew();
        }}
      >
        {revoking !== null && tokens.revokeHint(revoking.name)}
      </Confirm>
    </Panel>
  );
}

function TokenRow({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const text = useText();
  const { tokens } = text.account.profile;
  const format = useFormat();
  const scopes: Readonly<Record<string, string | undefined>> = tokens.scopes;
  const used = token.last_used_at === null ? text.common.never : format.ago(token.last_used_at);
  return (
    <li className={classes.item}>
      <Stack gap={0} className={classes.words}>
        <Text size="sm" fw={500} truncate>
          {token.name}
        </Text>
        <Text size="xs" c="dimmed">
          {scopes[token.scope] ?? token.scope} · {tokens.lastUsed}: {used}
          {token.expires_at !== null && ` · ${tokens.expires}: ${format.date(token.expires_at)}`}
        </Text>
      </Stack>
      <Button variant="default" size="xs" aria-label={tokens.revokeNamed(token.name)} onClick={onRevoke}>
        {tokens.revoke}
      </Button>
    </li>
  );
}
