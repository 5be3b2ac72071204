import { Alert } from '@mantine/core';
import { useIsAway } from '../api/connection';
import { useText } from '../i18n/useText';
import { Icon } from '../ui/icons';

/** Says that the server is away; goes by itself when it is back. */
export function OfflineBanner() {
  const { problem } = useText();
  const isAway = useIsAway();
  return (
    <div role="status">
      {isAway && (
        <Alert variant="outline" color="danger" mb="md" icon={<Icon name="link" />}>
          {problem.banner}
        </Alert>
      )}
    </div>
  );
}
