import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { components } from '../../../api/schema';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { age } from '../manager/health/age';
import { HealthMark } from '../shared/HealthMark';
import { useNow } from '../shared/useNow';
import classes from './ServiceDetails.module.css';

export type Details = components['schemas']['ReadServiceDetails'];

export function StateTiles({ details }: { details: Details }) {
  const { service: text, health } = useText().resources;
  const format = useFormat();
  const now = useNow();
  const { service, uptime, looks, average_latency_ms: average, history } = details;
  const failure = history.find((look) => !look.succeeded);
  const ageOf = (iso: string) => {
    const { unit, count } = age((now - Date.parse(iso)) / 1000);
    return health.age[unit](count);
  };
  return (
    <dl className={classes.tiles}>
      <Tile name={text.state} aside={service.reason ?? (service.status_since === null ? null : text.since(ageOf(service.status_since)))}>
        <HealthMark status={service.health_status} />
      </Tile>
      <Tile name={text.uptime} aside={looks === 0 ? text.noChecks : text.checks(format.number(looks))}>
        <span className={classes.big}>{uptime === null ? health.notAvailable : format.percent(uptime / 100)}</span>
      </Tile>
      <Tile name={text.average} aside={service.last_health_check === null ? text.never : health.lastCheck(ageOf(service.last_health_check))}>
        <span className={classes.big}>{average === null ? health.notAvailable : health.latency(Math.round(average))}</span>
      </Tile>
      <Tile name={text.lastError} aside={failure === undefined ? null : format.moment(failure.checked_at)}>
        {failure?.error ?? text.noError}
      </Tile>
    </dl>
  );
}

function Tile({ name, aside, children }: { name: string; aside: string | null; children: ReactNode }) {
  return (
    <div className={classes.tile}>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {aside !== null && (
        <Text component="dd" size="xs" c="dimmed">
          {aside}
        </Text>
      )}
    </div>
  );
}
