import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { Panel } from '../../../ui/Panel';
import { StatusMark, type Tone } from '../../../ui/StatusMark';
import classes from './Overview.module.css';
import { PanelState } from './PanelState';
import { type Service, servicesQuery } from './queries';

const most = 8;
const looks: Record<string, { tone: Tone; mark: 'full' | 'empty' | 'half'; order: number }> = {
  unhealthy: { tone: 'bad', mark: 'empty', order: 0 },
  degraded: { tone: 'warn', mark: 'half', order: 1 },
  healthy: { tone: 'ok', mark: 'full', order: 3 },
};
const unknown = { tone: 'muted', mark: 'empty', order: 2 } as const;
const lookOf = (service: Service) => looks[service.health_status] ?? unknown;

/** The services, those in trouble first. */
export function ServicesPanel({ project }: { project: number | null }) {
  const { overview } = useText();
  const { services: say, attention } = overview;
  const format = useFormat();
  const query = useQuery(servicesQuery(project));
  const states: Readonly<Record<string, string | undefined>> = say.states;
  return (
    <Panel title={say.title} flush>
      <PanelState query={query}>
        {({ data, meta }) => {
          if (data.length === 0) return <EmptyState icon="resources" {...say.empty} />;
          const sorted = data.toSorted((a, b) => lookOf(a).order - lookOf(b).order || a.name.localeCompare(b.name));
          const healthy = data.filter((one) => one.health_status === 'healthy').length;
          const hidden = (meta?.total ?? data.length) - Math.min(most, data.length);
          return (
            <>
              <Text size="sm" c="dimmed" px="md" py="xs">
                {say.count(format.number(healthy), format.number(meta?.total ?? data.length))}
              </Text>
              <ul className={classes.list}>
                {sorted.slice(0, most).map((service) => (
                  <li key={service.id} className={classes.item}>
                    <StatusMark tone={lookOf(service).tone} mark={lookOf(service).mark} label={states[service.health_status] ?? service.health_status} markOnly />
                    <span className={classes.words}>{service.name}</span>
                    <span className={classes.when}>{service.latency_ms === null ? say.noLatency : format.milliseconds(service.latency_ms)}</span>
                  </li>
                ))}
                {hidden > 0 && (
                  <li className={classes.item}>
                    <Text size="sm" c="dimmed">
                      {attention.more(format.number(hidden))}
                    </Text>
                  </li>
                )}
              </ul>
            </>
          );
        }}
      </PanelState>
    </Panel>
  );
}
