import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isHouseAdmin, useMe } from '../../../api/session';
import { useNow } from '../../../app/useNow';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { Panel } from '../../../ui/Panel';
import { StatusMark } from '../../../ui/StatusMark';
import { concernsOf } from './attention';
import classes from './Overview.module.css';
import { PanelState } from './PanelState';
import { alertsQuery, deadJobsQuery, driftQuery, runsQuery, secretsQuery, servicesQuery } from './queries';

const most = 12;

export function AttentionPanel({ project }: { project: number | null }) {
  const text = useText();
  const { attention } = text.overview;
  const format = useFormat();
  const now = useNow();
  const isAdmin = isHouseAdmin(useMe());
  const runs = useQuery(runsQuery(project));
  const services = useQuery(servicesQuery(project));
  const secrets = useQuery(secretsQuery(project));
  // Of the whole house, and for its admins only.
  const isHouse = isAdmin && project === null;
  const alerts = useQuery({ ...alertsQuery, enabled: isHouse });
  const jobs = useQuery({ ...deadJobsQuery, enabled: isHouse });
  const drift = useQuery({ ...driftQuery, enabled: isHouse });

  // One source that fails, such as for who may not read secrets, does not hide the others.
  const asked = [runs, services, secrets, ...(isHouse ? [alerts, jobs, drift] : [])];
  const concerns = asked.some((one) => one.isPending)
    ? undefined
    : concernsOf(
        {
          runs: runs.data ?? [],
          services: services.data?.data ?? [],
          secrets: secrets.data ?? [],
          alerts: (isHouse ? alerts.data : undefined) ?? [],
          jobs: (isHouse ? jobs.data : undefined) ?? [],
          drift: (isHouse ? drift.data : undefined) ?? null,
        },
        text,
        format,
        now,
      );
  const error = asked.every((one) => one.isError) ? runs.error : null;

  return (
    <Panel title={attention.title} flush>
      <PanelState query={{ data: error === null ? concerns : undefined, error, refetch: () => Promise.all(asked.map((one) => one.refetch())) }} rows={4}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState icon="check" {...attention.nothing} />
          ) : (
            <ul className={classes.list}>
              {found.slice(0, most).map((concern) => (
                <li key={concern.key} className={classes.item}>
                  <StatusMark tone={concern.tone} mark={concern.tone === 'bad' ? 'full' : 'half'} label={attention.kinds[concern.kind]} />
                  <div className={classes.words}>
                    <div>{concern.text}</div>
                    {concern.detail !== '' && (
                      <Text size="xs" c="dimmed" className={classes.detail}>
                        {concern.detail}
                      </Text>
                    )}
                  </div>
                  {concern.since !== null && (
                    <time className={classes.when} dateTime={concern.since} title={format.moment(concern.since)}>
                      {format.ago(concern.since, now)}
                    </time>
                  )}
                </li>
              ))}
              {found.length > most && (
                <li className={classes.item}>
                  <Text size="sm" c="dimmed">
                    {attention.more(format.number(found.length - most))}
                  </Text>
                </li>
              )}
            </ul>
          )
        }
      </PanelState>
    </Panel>
  );
}
