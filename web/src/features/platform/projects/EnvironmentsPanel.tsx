import { ActionIcon, Badge, Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, doneOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { Confirm } from '../../../ui/Confirm';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Panel } from '../../../ui/Panel';
import { EnvironmentDialog } from './EnvironmentDialog';
import { type Environment, environmentsQuery } from './queries';

export function EnvironmentsPanel({ project, isAdmin }: { project: number; isAdmin: boolean }) {
  const { common, projects } = useText();
  const { environments } = projects;
  const client = useQueryClient();
  const query = useQuery(environmentsQuery(project));
  const [editing, setEditing] = useState<Environment | 'new' | null>(null);
  const [deleting, setDeleting] = useState<Environment | null>(null);
  const columns: Column<Environment>[] = [
    { key: 'name', header: common.name, width: '30%', sortBy: (one) => one.name, render: (one) => one.name },
    { key: 'address', header: environments.address, sortBy: (one) => one.base_url ?? '', render: (one) => one.base_url ?? common.none },
    {
      key: 'protection',
      header: common.status,
      width: '12rem',
      wideOnly: true,
      render: (one) => (
        <Group gap={6} wrap="nowrap">
          {one.is_protected && <Mark label={environments.protected} />}
          {one.is_self_test && <Mark label={environments.selfTest} />}
          {!one.is_protected && !one.is_self_test && environments.open}
        </Group>
      ),
    },
  ];
  if (isAdmin) {
    columns.push({
      key: 'actions',
      header: common.actions,
      hideHeader: true,
      width: '6rem',
      align: 'right',
      render: (one) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={`${common.edit}: ${one.name}`} onClick={() => setEditing(one)}>
            <Icon name="edit" size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={`${common.delete}: ${one.name}`} onClick={() => setDeleting(one)}>
            <Icon name="trash" size={16} />
          </ActionIcon>
        </Group>
      ),
    });
  }

  return (
    <Panel
      title={environments.title}
      description={environments.lead}
      flush
      actions={
        isAdmin && (
          <Button variant="default" size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setEditing('new')}>
            {environments.create}
          </Button>
        )
      }
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingRows rows={3} />
      ) : query.data.length === 0 ? (
        <EmptyState icon="globe" {...environments.empty} />
      ) : (
        <DataTable label={environments.title} columns={columns} rows={query.data} rowKey={(one) => one.id} {...(isAdmin && { onOpen: setEditing })} />
      )}
      {editing !== null && <EnvironmentDialog project={project} environment={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      <Confirm
        opened={deleting !== null}
        onClose={() => setDeleting(null)}
        title={environments.deleteTitle}
        action={common.delete}
        {...(deleting !== null && { typed: deleting.name })}
        onConfirm={async () => {
          if (deleting !== null) await doneOf(api.DELETE('/api/v1/environments/{id}', { params: { path: { id: deleting.id } } }));
          await client.invalidateQueries({ queryKey: ['environment'] });
        }}
      >
        {environments.deleteHint}
      </Confirm>
    </Panel>
  );
}

function Mark({ label }: { label: string }) {
  return (
    <Badge variant="outline" size="sm" tt="none">
      {label}
    </Badge>
  );
}
