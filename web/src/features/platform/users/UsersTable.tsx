import { Group, Text } from '@mantine/core';
import { useMe } from '../../../api/session';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { StatusMark } from '../../../ui/StatusMark';
import { roleName } from '../roleName';
import type { User } from './queries';
import { UserActions } from './UserActions';

interface UsersTableProps {
  users: readonly User[];
  onEdit: (user: User) => void;
  onLink: (user: User) => void;
}

export function UsersTable({ users: rows, onEdit, onLink }: UsersTableProps) {
  const text = useText();
  const format = useFormat();
  const me = useMe();
  const { common } = text;
  const { users } = text.people;
  const columns: Column<User>[] = [
    {
      key: 'name',
      header: common.name,
      sortBy: (user) => user.name,
      render: (user) => (
        <Group gap={6} wrap="nowrap">
          <Text size="sm" fw={500} truncate>
            {user.name}
          </Text>
          {user.id === me.id && (
            <Text size="xs" c="dimmed">
              ({users.you})
            </Text>
          )}
        </Group>
      ),
    },
    { key: 'email', header: users.email, sortBy: (user) => user.email ?? '', render: (user) => user.email ?? common.none, wideOnly: true },
    { key: 'role', header: users.role, width: '8.5rem', sortBy: (user) => user.role, render: (user) => roleName(text, user.role) },
    {
      key: 'status',
      header: common.status,
      width: '8.5rem',
      sortBy: (user) => Number(user.is_active),
      wideOnly: true,
      render: (user) => <StatusMark mark={user.is_active ? 'full' : 'barred'} tone={user.is_active ? 'ok' : 'muted'} label={user.is_active ? users.active : users.inactive} />,
    },
    { key: 'created', header: common.created, width: '9rem', sortBy: (user) => user.created_at, render: (user) => format.date(user.created_at), wideOnly: true },
    { key: 'actions', header: common.actions, hideHeader: true, width: '4rem', align: 'right', render: (user) => <UserActions user={user} onEdit={onEdit} onLink={onLink} /> },
  ];
  return <DataTable label={text.pages.users} columns={columns} rows={rows} rowKey={(user) => user.id} onOpen={onEdit} />;
}
