import { Alert, Badge, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingBlock } from '../../../ui/Loading';
import { ProblemNote } from '../../../ui/ProblemNote';
import { environmentName } from '../environmentName';
import { type Environment, environmentsQuery, type Suite } from '../queries';
import { keepProject } from '../search';
import classes from './StartRunDialog.module.css';

interface StartRunDialogProps {
  project: number;
  suite: Suite;
  onClose: () => void;
}

/** Where to run, and what the environment's protection means for the run. */
export function StartRunDialog({ project, suite, onClose }: StartRunDialogProps) {
  const { testing, common } = useText();
  const format = useFormat();
  const { data, error, refetch } = useQuery(environmentsQuery(project));
  return (
    <Modal opened onClose={onClose} title={testing.start.title} centered closeButtonProps={{ 'aria-label': common.close }}>
      <Text size="sm" c="dimmed" mb="md">
        {testing.start.lead(testing.cases.count(suite.total_cases, format.number(suite.total_cases)), suite.name)}
      </Text>
      {data === undefined && error === null && <LoadingBlock height={160} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState
          icon="globe"
          title={testing.start.none}
          hint={testing.start.noneHint}
          action={
            <Button component={ConsoleLink} to={`/projects/${project}`} variant="default">
              {testing.start.toProject}
            </Button>
          }
        />
      )}
      {data !== undefined && data.length > 0 && <Choice environments={data.toSorted((a, b) => Number(a.is_protected) - Number(b.is_protected) || a.id - b.id)} suite={suite} onClose={onClose} />}
    </Modal>
  );
}

function Choice({ environments, suite, onClose }: { environments: readonly Environment[]; suite: Suite; onClose: () => void }) {
  const { testing, common } = useText();
  const text = testing.start;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(String((environments.find((one) => one.name === 'local') ?? environments[0])?.id));
  const environment = environments.find((one) => String(one.id) === chosen);
  const start = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/test-suites/{id}/run', { params: { path: { id: suite.id } }, body: { environment_id: Number(chosen), fail_fast: false } })),
    onSuccess: (run) => {
      void client.invalidateQueries({ queryKey: ['run'] });
      void navigate({ to: `/runs/${run.run_id}`, search: keepProject });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate();
      }}
    >
      <Stack>
        <Radio.Group label={text.environment} value={chosen} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {environments.map((one) => (
              <label key={one.id} className={classes.choice} data-checked={String(one.id) === chosen}>
                <Radio value={String(one.id)} aria-label={one.is_protected ? `${environmentName(one.name)} (${text.protected})` : environmentName(one.name)} data-autofocus={String(one.id) === chosen ? true : undefined} />
                <span className={classes.words}>
                  <span className={classes.name}>
                    {environmentName(one.name)}{' '}
                    {one.is_protected && (
                      <Badge size="sm" variant="outline" color="gray" c="var(--al-warn)">
                        {text.protected}
                      </Badge>
                    )}
                  </span>
                  <span className={classes.address}>{one.base_url ?? (one.port === null ? text.noAddress : `${one.docker_host ?? 'localhost'}:${one.port}`)}</span>
                </span>
              </label>
            ))}
          </Stack>
        </Radio.Group>
        {environment !== undefined && (
          <Alert variant="outline" color={environment.is_protected ? 'yellow' : 'gray'} icon={<Icon name={environment.is_protected ? 'secrets' : 'play'} />} role="status">
            {environment.is_protected ? text.protectedHint(environmentName(environment.name)) : text.openHint(environmentName(environment.name))}
          </Alert>
        )}
        <ProblemNote error={start.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={start.isPending} leftSection={<Icon name="play" size={16} />}>
            {text.action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
