import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { Pager } from '../../../ui/Pager';
import { Panel } from '../../../ui/Panel';
import { ProjectDialog } from './ProjectDialog';
import { type Project, projectListQuery } from './queries';

export default function Projects() {
  const text = useText();
  const { projects, common } = text;
  const format = useFormat();
  const navigate = useNavigate();
  const [page, setPage] = useState(1);
  const [isCreating, setCreating] = useState(false);
  const query = useQuery(projectListQuery(page));
  const open = (project: Project) => void navigate({ to: `/projects/${project.id}`, search: () => ({ project: project.id }) });
  const create = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setCreating(true)}>
      {projects.create}
    </Button>
  );
  const columns: Column<Project>[] = [
    {
      key: 'name',
      header: common.name,
      sortBy: (project) => project.name,
      render: (project) => (
        <Anchor component={ConsoleLink} to={`/projects/${project.id}`} size="sm" fw={500}>
          {project.name}
        </Anchor>
      ),
    },
    { key: 'description', header: common.description, render: (project) => project.description, wideOnly: true },
    { key: 'updated', header: common.updated, width: '9rem', sortBy: (project) => project.updated_at, render: (project) => <span title={format.moment(project.updated_at)}>{format.ago(project.updated_at)}</span> },
  ];

  return (
    <Page title={text.pages.projects} lead={projects.lead} actions={create}>
      <Panel flush {...((query.data?.meta?.total_pages ?? 0) > 1 && { footer: <Pager meta={query.data?.meta ?? null} onPage={setPage} /> })}>
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <LoadingRows rows={6} />
        ) : query.data.data.length === 0 ? (
          <EmptyState icon="projects" {...projects.empty} />
        ) : (
          <DataTable label={text.pages.projects} columns={columns} rows={query.data.data} rowKey={(project) => project.id} onOpen={open} />
        )}
      </Panel>
      {isCreating && <ProjectDialog project={null} onClose={() => setCreating(false)} onCreated={open} />}
    </Page>
  );
}
