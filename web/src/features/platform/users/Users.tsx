import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { Pager } from '../../../ui/Pager';
import { Panel } from '../../../ui/Panel';
import { PasswordLink, usePasswordLink } from './PasswordLink';
import { type User, usersQuery } from './queries';
import { UserDialog } from './UserDialog';
import { UsersTable } from './UsersTable';

const states = { all: null, active: true, inactive: false } as const;

export default function Users() {
  const text = useText();
  const { users } = text.people;
  const [search, setSearch] = useState('');
  const [state, setState] = useState<keyof typeof states>('all');
  const [page, setPage] = useState(1);
  const [sought] = useDebouncedValue(search.trim(), 250);
  const query = useQuery(usersQuery({ search: sought, is_active: states[state], page }));
  const [editing, setEditing] = useState<User | 'new' | null>(null);
  const { link, make, forget } = usePasswordLink();

  return (
    <Page
      title={text.pages.users}
      lead={users.lead}
      actions={
        <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
          {users.create}
        </Button>
      }
    >
      <Panel flush {...((query.data?.meta?.total_pages ?? 0) > 1 && { footer: <Pager meta={query.data?.meta ?? null} onPage={setPage} /> })}>
        <Group gap="xs" p="sm">
          <TextInput
            aria-label={users.search}
            placeholder={users.search}
            leftSection={<Icon name="search" size={16} />}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              setPage(1);
            }}
            style={{ flex: '1 1 220px' }}
          />
          <NativeSelect
            aria-label={users.filter}
            data={(['all', 'active', 'inactive'] as const).map((value) => ({ value, label: users[value] }))}
            value={state}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              setState(chosen === 'active' || chosen === 'inactive' ? chosen : 'all');
              setPage(1);
            }}
          />
        </Group>
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <LoadingRows rows={6} />
        ) : query.data.data.length === 0 ? (
          <EmptyState icon="users" {...users.empty} />
        ) : (
          <UsersTable users={query.data.data} onEdit={setEditing} onLink={make} />
        )}
      </Panel>
      {editing !== null && <UserDialog user={editing === 'new' ? null : editing} onClose={() => setEditing(null)} onCreated={make} />}
      <PasswordLink link={link} onClose={forget} />
    </Page>
  );
}
