import { Alert, List } from '@mantine/core';
import { asProblem } from '../../../api/problem';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { Icon } from '../../../ui/icons';
import { ProblemNote } from '../../../ui/ProblemNote';

/** Why there is no file: nothing to write, or everything that has to be put right first, such as variables that are not set. */
export function Unwritable({ error }: { error: unknown }) {
  const { configs: text } = useText();
  const problem = asProblem(error);
  if (problem.is('configs.nothing_to_write')) return <EmptyState icon="configs" title={text.nothingTitle} hint={text.nothingHint} />;
  if (problem.status !== 422) return <ProblemNote error={error} />;
  return (
    <Alert color="danger" variant="outline" icon={<Icon name="findings" />} title={text.problems} role="alert">
      <List size="sm">
        {problem.details.map((detail) => (
          <List.Item key={detail.message}>{detail.message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
