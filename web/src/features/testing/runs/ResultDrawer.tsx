import { Anchor, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingBlock } from '../../../ui/Loading';
import { KindMark } from '../KindMark';
import { ResultMark } from '../ResultMark';
import { useReason } from '../useReason';
import { resultQuery, type ResultDetails } from './queries';
import { ResultStep } from './ResultStep';

interface ResultDrawerProps {
  id: number;
  project: number | null;
  onClose: () => void;
  onOpen: (result: number) => void;
}

/** A result with everything that was sent, answered and checked. */
export function ResultDrawer({ id, project, onClose, onOpen }: ResultDrawerProps) {
  const { testing, common } = useText();
  const { data, error, refetch } = useQuery(resultQuery(id));
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={data?.test_name ?? testing.result.title} closeButtonProps={{ 'aria-label': common.close }}>
      {data === undefined && error === null && <LoadingBlock height={320} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Result result={data} project={project} onOpen={onOpen} />}
    </Drawer>
  );
}

function Result({ result, project, onOpen }: { result: ResultDetails; project: number | null; onOpen: (result: number) => void }) {
  const { testing } = useText();
  const format = useFormat();
  const reason = useReason();
  return (
    <Stack gap="lg">
      <Group gap="md">
        <ResultMark status={result.status} />
        <KindMark kind={result.test_type} />
        <Text size="sm" c="dimmed">
          {format.milliseconds(result.duration_ms)}
        </Text>
        {project !== null && (
          <Anchor component={ConsoleLink} to={`/projects/${project}/tests/cases/${result.test_case_id}`} size="sm">
            {testing.result.editCase}
          </Anchor>
        )}
      </Group>
      {result.error !== null && (
        <Text size="sm">
          {result.reason !== null && <strong>{`${reason(result.reason)}. `}</strong>}
          {result.error}
        </Text>
      )}
      {result.attempt_ids.length > 1 && <Attempts result={result} onOpen={onOpen} />}
      {result.steps.length === 0 && (
        <Text size="sm" c="dimmed">
          {testing.result.notKept}
        </Text>
      )}
      {result.steps.map((step, index) => (
        <ResultStep key={index} step={step} title={result.steps.length > 1 ? (step.name ?? testing.result.step(String(index + 1))) : null} />
      ))}
    </Stack>
  );
}

function Attempts({ result, onOpen }: { result: ResultDetails; onOpen: (result: number) => void }) {
  const { testing } = useText();
  return (
    <Group gap="xs" role="group" aria-label={testing.result.attempts}>
      {result.attempt_ids.map((id, index) => (
        <Button key={id} size="compact-sm" variant={id === result.id ? 'light' : 'default'} aria-pressed={id === result.id} onClick={() => onOpen(id)}>
          {testing.result.attempt(String(index + 1))}
        </Button>
      ))}
    </Group>
  );
}
