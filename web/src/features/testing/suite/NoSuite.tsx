import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { Panel } from '../../../ui/Panel';
import { ProblemNote } from '../../../ui/ProblemNote';

/** A project without a suite: generating makes one, or an empty one to fill by hand. */
export function NoSuite({ project, onCreated }: { project: number; onCreated: (suite: number) => void }) {
  const { testing } = useText();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/projects/{projectId}/test-suites', { params: { path: { projectId: project } }, body: { name: testing.cases.newSuiteName, test_type: 'mixed', is_active: true, auto_run: false } })),
    onSuccess: async (suite) => {
      await client.invalidateQueries({ queryKey: ['suite'] });
      onCreated(suite.id);
    },
  });
  return (
    <Panel title={testing.cases.title}>
      <EmptyState
        icon="tests"
        title={testing.cases.empty}
        hint={testing.cases.emptyHint}
        action={
          <Button variant="default" onClick={() => create.mutate()} loading={create.isPending}>
            {testing.cases.newSuite}
          </Button>
        }
      />
      <ProblemNote error={create.error} />
    </Panel>
  );
}
