import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { Page } from '../../../ui/Page';
import { keepProject } from '../search';
import { BackLink } from '../BackLink';
import { CaseForm } from './CaseForm';
import { bodyOf, type CaseValues, emptyCase } from './caseValues';

/** A case of one's own, added to a suite. */
export default function AddCase() {
  const { testing, pages } = useText();
  const text = testing.editor;
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const [project, suite] = [Number(params.projectId), Number(params.suiteId)];
  const navigate = useNavigate();
  const client = useQueryClient();
  const [first] = useState(emptyCase);
  const add = async (values: CaseValues) => {
    await dataOf(api.POST('/api/v1/test-suites/{suiteId}/cases', { params: { path: { suiteId: suite } }, body: bodyOf(values, null) }));
    await client.invalidateQueries({ predicate: ({ queryKey: [topic] }) => topic === 'case' || topic === 'suite' });
    notifications.show({ message: text.saved });
    await navigate({ to: `/projects/${project}/tests`, search: (old: Record<string, unknown>) => ({ ...keepProject(old), suite }) });
  };
  return (
    <Page title={text.addTitle} narrow back={<BackLink to={`/projects/${project}/tests`} label={pages.tests} />}>
      <CaseForm project={project} first={first} present={null} action={text.create} onSubmit={add} />
    </Page>
  );
}
