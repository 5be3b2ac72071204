import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, doneOf, ifMatch } from '../../../api/client';
import { mayIn, useMe } from '../../../api/session';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useText } from '../../../i18n/useText';
import { Confirm } from '../../../ui/Confirm';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingBlock } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { Panel } from '../../../ui/Panel';
import { EnvironmentsPanel } from './EnvironmentsPanel';
import { MembersPanel } from './MembersPanel';
import { ProjectDialog } from './ProjectDialog';
import { type Project, projectQuery } from './queries';

export default function ProjectDetails() {
  const text = useText();
  const params: Record<string, unknown> = useParams({ strict: false });
  const id = Number(params.id);
  const query = useQuery(projectQuery(id));
  const back = (
    <Anchor component={ConsoleLink} to="/projects" size="sm">
      ← {text.pages.projects}
    </Anchor>
  );
  if (query.data === undefined) {
    return (
      <Page title={text.pages.project} back={back}>
        {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <LoadingBlock height={400} />}
      </Page>
    );
  }
  return <Details {...query.data} back={back} />;
}

function Details({ value: project, tag, back }: { value: Project; tag: string | null; back: ReactNode }) {
  const { projects, common } = useText();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isEditing, setEditing] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const isAdmin = mayIn(me, project.id, 'admin');
  const remove = async () => {
    await doneOf(api.DELETE('/api/v1/projects/{id}', { params: { path: { id: project.id } }, headers: ifMatch(tag) }));
    await navigate({ to: '/projects', search: () => ({}) });
    client.removeQueries({ queryKey: projectQuery(project.id).queryKey });
    await client.invalidateQueries({ queryKey: ['project'] });
  };

  return (
    <Page
      title={project.name}
      lead={project.description}
      back={back}
      actions={
        mayIn(me, project.id, 'developer') && (
          <Button variant="default" leftSection={<Icon name="edit" size={16} />} onClick={() => setEditing(true)}>
            {common.edit}
          </Button>
        )
      }
    >
      <EnvironmentsPanel project={project.id} isAdmin={isAdmin} />
      <MembersPanel project={project.id} isAdmin={isAdmin} />
      {isAdmin && (
        <Panel title={projects.danger}>
          <Group justify="space-between" gap="sm">
            <Text size="sm" c="dimmed">
              {projects.dangerHint}
            </Text>
            <Button color="danger" variant="outline" c="var(--al-bad)" onClick={() => setDeleting(true)}>
              {projects.delete}
            </Button>
          </Group>
        </Panel>
      )}
      {isEditing && <ProjectDialog project={project} onClose={() => setEditing(false)} />}
      <Confirm opened={isDeleting} onClose={() => setDeleting(false)} onConfirm={remove} title={projects.deleteTitle} action={common.delete} typed={project.name}>
        {projects.deleteHint}
      </Confirm>
    </Page>
  );
}
