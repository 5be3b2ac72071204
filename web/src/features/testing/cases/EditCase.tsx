import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api, doneOf, ifMatch, taggedOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { Confirm } from '../../../ui/Confirm';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingBlock } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import type { Case } from '../queries';
import { keepProject } from '../search';
import { BackLink } from '../BackLink';
import { CaseForm } from './CaseForm';
import { bodyOf, type CaseValues, valuesOf } from './caseValues';

/** Read once with the tag of its state: later states do not move under the writer's hands. */
const caseQuery = (id: number) =>
  queryOptions({
    queryKey: ['editing', 'case', id],
    queryFn: ({ signal }) => taggedOf(api.GET('/api/v1/test-cases/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

export default function EditCase() {
  const { testing, pages } = useText();
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const [project, id] = [Number(params.projectId), Number(params.caseId)];
  const { data, error, refetch, dataUpdatedAt } = useQuery(caseQuery(id));
  return (
    <Page title={testing.editor.editTitle} narrow back={<BackLink to={`/projects/${project}/tests`} label={pages.tests} />}>
      {data === undefined && error === null && <LoadingBlock height={480} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Editor key={`${id}-${dataUpdatedAt}`} project={project} present={data.value} tag={data.tag} onLoadNewer={() => void refetch()} />}
    </Page>
  );
}

interface EditorProps {
  project: number;
  present: Case;
  tag: string | null;
  onLoadNewer: () => void;
}

function Editor({ project, present, tag, onLoadNewer }: EditorProps) {
  const { testing, common } = useText();
  const text = testing.editor;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [first] = useState(() => valuesOf(present));
  const [isDeleting, setDeleting] = useState(false);
  const request = { params: { path: { id: present.id } }, headers: ifMatch(tag) };
  const leave = async (message: string) => {
    await client.invalidateQueries({ predicate: ({ queryKey: [topic] }) => topic === 'case' || topic === 'suite' });
    notifications.show({ message });
    await navigate({ to: `/projects/${project}/tests`, search: (old: Record<string, unknown>) => ({ ...keepProject(old), suite: present.suite_id }) });
  };
  const save = async (values: CaseValues) => {
    await answerOf(api.PATCH('/api/v1/test-cases/{id}', { ...request, body: bodyOf(values, present) }));
    await leave(text.saved);
  };
  const remove = async () => {
    await doneOf(api.DELETE('/api/v1/test-cases/{id}', request));
    await leave(text.deleted);
  };
  return (
    <>
      <CaseForm
        project={project}
        first={first}
        present={present}
        action={text.save}
        onSubmit={save}
        onLoadNewer={onLoadNewer}
        extra={
          <Button variant="subtle" color="danger" onClick={() => setDeleting(true)}>
            {common.delete}
          </Button>
        }
      />
      <Confirm opened={isDeleting} onClose={() => setDeleting(false)} onConfirm={remove} title={text.deleteTitle} action={common.delete}>
        {text.deleteText}
      </Confirm>
    </>
  );
}
