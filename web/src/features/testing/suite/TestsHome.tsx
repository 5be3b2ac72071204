import { NavLink } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { projectsQuery, useProject } from '../../../app/useProject';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { Panel } from '../../../ui/Panel';

/** Leads to the chosen project's page; asks for a project when none is chosen. */
export function ProjectsPageHome({ page, title }: { page: 'tests' | 'findings'; title: string }) {
  const text = useText().testing.chooseProject;
  const { project } = useProject();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(projectsQuery);
  useEffect(() => {
    if (project !== null) void navigate({ to: `/projects/${project}/${page}`, search: () => ({ project }), replace: true });
  }, [project, page, navigate]);

  return (
    <Page title={title} narrow>
      <Panel title={text.title} description={text.hint} flush>
        {data === undefined && error === null && <LoadingRows />}
        {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data?.length === 0 && <EmptyState icon="projects" title={text.none} hint={text.noneHint} />}
        {data?.map((one) => (
          <NavLink key={one.id} component={ConsoleLink} to={`/projects/${one.id}/${page}`} label={one.name} leftSection={<Icon name="projects" />} />
        ))}
      </Panel>
    </Page>
  );
}

export default function TestsHome() {
  return <ProjectsPageHome page="tests" title={useText().pages.tests} />;
}
