import { Button, Progress, Text } from '@mantine/core';
import { useText } from '../../../../i18n/useText';
import { useNow } from '../../shared/useNow';
import { useHealthCheck } from '../../shared/useHealthCheck';
import type { Service } from '../queries';
import { age } from './age';
import classes from './HealthPanel.module.css';

export function HealthFooter({ services, mayCheck }: { services: readonly Service[]; mayCheck: boolean }) {
  const text = useText().resources.health;
  const { run, progress } = useHealthCheck();
  return (
    <div className={classes.footer}>
      <LastCheck services={services} />
      {progress !== null && (
        <Progress className={classes.progress ?? ''} value={(100 * progress.done) / progress.of} aria-label={text.progress(progress.done, progress.of)} animated />
      )}
      {mayCheck && (
        <Button onClick={() => void run(services)} disabled={services.length === 0} loading={progress !== null}>
          {text.run}
        </Button>
      )}
    </div>
  );
}

function LastCheck({ services }: { services: readonly Service[] }) {
  const text = useText().resources.health;
  const now = useNow();
  const latest = Math.max(...services.map((one) => (one.last_health_check === null ? 0 : Date.parse(one.last_health_check))));
  const { unit, count } = age((now - latest) / 1000);
  return (
    <Text size="sm" c="dimmed">
      {latest > 0 ? text.lastCheck(text.age[unit](count)) : text.lastCheckNever}
    </Text>
  );
}
