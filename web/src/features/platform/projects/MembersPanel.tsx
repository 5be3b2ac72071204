import { ActionIcon, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, doneOf } from '../../../api/client';
import { isHouseAdmin, useMe } from '../../../api/session';
import { useText } from '../../../i18n/useText';
import { Confirm } from '../../../ui/Confirm';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Pager } from '../../../ui/Pager';
import { Panel } from '../../../ui/Panel';
import { useAction } from '../../../ui/useAction';
import { roleChoices, roleName } from '../roleName';
import { MemberDialog } from './MemberDialog';
import { type Member, membersQuery } from './queries';

export function MembersPanel({ project, isAdmin }: { project: number; isAdmin: boolean }) {
  const text = useText();
  const { members } = text.people;
  const client = useQueryClient();
  const act = useAction();
  const isHouse = isHouseAdmin(useMe());
  const [page, setPage] = useState(1);
  const query = useQuery(membersQuery(project, page));
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const readAnew = () => client.invalidateQueries({ queryKey: ['member', project] });
  const change = (member: Member, role: string) =>
    act(async () => {
      await doneOf(api.PUT('/api/v1/projects/{project_id}/members/{user_id}', { params: { path: { project_id: project, user_id: member.user_id } }, body: { role } }));
      await readAnew();
    }, members.changed);

  const columns: Column<Member>[] = [
    {
      key: 'name',
      header: text.common.name,
      sortBy: (member) => member.name,
      render: (member) => (
        <Stack gap={0}>
          <Text size="sm" truncate>
            {member.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {member.email}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'role',
      header: members.role,
      width: '11rem',
      render: (member) =>
        isAdmin ? (
          <NativeSelect size="xs" aria-label={members.roleOf(member.name)} data={roleChoices(text)} value={member.role} onChange={(event) => void change(member, event.currentTarget.value)} />
        ) : (
          roleName(text, member.role)
        ),
    },
  ];
  if (isAdmin) {
    columns.push({
      key: 'actions',
      header: text.common.actions,
      hideHeader: true,
      width: '4rem',
      align: 'right',
      render: (member) => (
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={members.removeNamed(member.name)} onClick={() => setRemoving(member)}>
          <Icon name="trash" size={16} />
        </ActionIcon>
      ),
    });
  }

  return (
    <Panel
      title={members.title}
      description={members.lead}
      flush
      actions={
        // Only admins of the house may search users.
        isHouse && (
          <Button variant="default" size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
            {members.add}
          </Button>
        )
      }
      {...((query.data?.meta?.total_pages ?? 0) > 1 && { footer: <Pager meta={query.data?.meta ?? null} onPage={setPage} /> })}
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingRows rows={3} height={56} />
      ) : query.data.data.length === 0 ? (
        <EmptyState icon="users" {...members.empty} />
      ) : (
        <DataTable label={members.title} columns={columns} rows={query.data.data} rowKey={(member) => member.user_id} rowHeight={56} />
      )}
      {isAdding && <MemberDialog project={project} onClose={() => setAdding(false)} />}
      <Confirm
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={members.removeTitle}
        action={text.common.remove}
        onConfirm={async () => {
          if (removing !== null) await doneOf(api.DELETE('/api/v1/projects/{project_id}/members/{user_id}', { params: { path: { project_id: project, user_id: removing.user_id } } }));
          await readAnew();
        }}
      >
        {removing !== null && members.removeHint(removing.name)}
      </Confirm>
    </Panel>
  );
}
