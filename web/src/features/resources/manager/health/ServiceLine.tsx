import { ActionIcon, Anchor, Menu } from '@mantine/core';
import { mayIn, useMe } from '../../../../api/session';
import { ConsoleLink } from '../../../../app/ConsoleLink';
import { useFormat } from '../../../../i18n/useFormat';
import { useText } from '../../../../i18n/useText';
import { Icon } from '../../../../ui/icons';
import { Sparkline } from '../../../../ui/Sparkline';
import { HealthMark } from '../../shared/HealthMark';
import type { Service, Trend } from '../queries';
import classes from './HealthPanel.module.css';

interface ServiceLineProps {
  service: Service;
  trend: Trend | null;
  onDeregister: (service: Service) => void;
}

export function ServiceLine({ service, trend, onDeregister }: ServiceLineProps) {
  const { common, resources } = useText();
  const text = resources.health;
  const format = useFormat();
  const mayChange = mayIn(useMe(), service.project_id, 'developer');
  const latency = service.latency_ms === null ? text.notAvailable : text.latency(Math.round(service.latency_ms));
  const values = trend?.latencies_ms.filter((one) => one !== null) ?? [];
  const page = `/resources/services/${service.id}`;
  return (
    <li className={classes.line} title={service.reason ?? undefined}>
      <span className={classes.mark}>
        <HealthMark status={service.health_status} markOnly />
      </span>
      <Anchor component={ConsoleLink} to={page} size="sm" className={classes.name}>
        {service.name}
      </Anchor>
      <span className={classes.url} title={service.url}>
        {service.url}
      </span>
      <span className={classes.trend}>
        {values.length > 1 && <Sparkline values={values} width={72} height={22} label={text.sparkline(service.name, latency)} />}
        <span className={classes.uptime} title={text.uptimeHint}>
          {trend?.uptime == null ? '' : text.uptime(format.percent(trend.uptime / 100))}
        </span>
      </span>
      <span className={classes.latency}>{latency}</span>
      <span className={classes.actions}>
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={common.actionsFor(service.name)}>
              <Icon name="more" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component={ConsoleLink} to={page} leftSection={<Icon name="performance" size={16} />}>
              {text.details}
            </Menu.Item>
            {mayChange && (
              <Menu.Item c="var(--al-bad)" leftSection={<Icon name="trash" size={16} />} onClick={() => onDeregister(service)}>
                {text.deregister}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </span>
    </li>
  );
}
