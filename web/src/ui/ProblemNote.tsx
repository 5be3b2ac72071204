import { Alert, Button, Group, Text } from '@mantine/core';
import { asProblem, explain } from '../api/problem';
import { useText } from '../i18n/useText';
import { Icon } from './icons';

/** Why a change was refused, beside the form that asked for it. A newer version (409, 412) can be loaded from here. */
export function ProblemNote({ error, onLoadNewer }: { error: unknown; onLoadNewer?: (() => void) | undefined }) {
  const text = useText();
  if (error === null || error === undefined) return null;
  const { title, hint } = explain(error, text);
  const { status } = asProblem(error);
  const canLoad = onLoadNewer !== undefined && (status === 412 || status === 409);
  return (
    <Alert color="danger" variant="outline" icon={<Icon name="findings" />} title={title} role="alert">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{hint}</Text>
        {canLoad && (
          <Button size="xs" variant="default" onClick={onLoadNewer}>
            {text.problem.loadNewer}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
