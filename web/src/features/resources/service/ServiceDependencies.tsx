import { Anchor, Text } from '@mantine/core';
import type { components } from '../../../api/schema';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useText } from '../../../i18n/useText';
import { Panel } from '../../../ui/Panel';
import { HealthMark } from '../shared/HealthMark';
import classes from './ServiceDetails.module.css';

export function ServiceDependencies({ dependencies }: { dependencies: readonly components['schemas']['ReadServiceDependencyView'][] }) {
  const { service: text } = useText().resources;
  return (
    <Panel title={text.dependencies}>
      {dependencies.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.noDependencies}
        </Text>
      ) : (
        <ul className={classes.list} aria-label={text.dependencies}>
          {dependencies.map((one) => (
            <li key={one.name} className={classes.row}>
              {one.id === null ? (
                <span>{one.name}</span>
              ) : (
                <Anchor component={ConsoleLink} to={`/resources/services/${one.id}`} size="sm">
                  {one.name}
                </Anchor>
              )}
              {one.id === null && one.health_status === 'unknown' ? (
                <Text span size="sm" c="dimmed">
                  {text.notRegistered}
                </Text>
              ) : (
                <HealthMark status={one.health_status} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
