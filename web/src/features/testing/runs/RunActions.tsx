import { Button, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { Confirm } from '../../../ui/Confirm';
import { Icon } from '../../../ui/icons';
import { ProblemNote } from '../../../ui/ProblemNote';
import type { Run } from '../queries';
import { isUnderWay } from '../runStatus';
import { keepProject } from '../search';

const formats = ['html', 'junit', 'ctrf', 'markdown'] as const;

/** Cancels a run under way; of one that has ended, its reports, and the same again. */
export function RunActions({ run }: { run: Run }) {
  const text = useText().testing.run;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isCancelling, setCancelling] = useState(false);
  const again = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/test-suites/{id}/run', { params: { path: { id: run.suite_id } }, body: { environment_id: run.environment_id, fail_fast: false } })),
    onSuccess: (next) => void navigate({ to: `/runs/${next.run_id}`, search: keepProject }),
  });
  const cancel = async () => {
    await dataOf(api.POST('/api/v1/test-runs/{id}/cancel', { params: { path: { id: run.id } } }));
    await client.invalidateQueries({ queryKey: ['run'] });
  };
  // The dialog outlives the run's end, so that its refusal can be read.
  const dialog = (
    <Confirm opened={isCancelling} onClose={() => setCancelling(false)} onConfirm={cancel} title={text.cancelTitle} action={text.cancel}>
      {text.cancelText}
    </Confirm>
  );
  if (isUnderWay(run)) {
    return (
      <>
        <Button variant="default" onClick={() => setCancelling(true)}>
          {text.cancel}
        </Button>
        {dialog}
      </>
    );
  }
  return (
    <>
      <ProblemNote error={again.error} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<Icon name="download" size={16} />}>
            {text.report}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((format) => (
            <Menu.Item key={format} component="a" href={`/api/v1/test-runs/${run.id}/report?format=${format}`} download>
              {text.formats[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button leftSection={<Icon name="play" size={16} />} onClick={() => again.mutate()} loading={again.isPending}>
        {text.again}
      </Button>
      {dialog}
    </>
  );
}
