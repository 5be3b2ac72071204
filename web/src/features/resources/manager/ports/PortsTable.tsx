import { ActionIcon, Menu, Text } from '@mantine/core';
import { mayIn, useMe } from '../../../../api/session';
import { useFormat } from '../../../../i18n/useFormat';
import { useText } from '../../../../i18n/useText';
import { type Column, DataTable } from '../../../../ui/DataTable';
import { Icon } from '../../../../ui/icons';
import { everyHost, type Port } from '../queries';
import { PortMark } from './PortMark';
import type { Doing } from './PortsPanel';
import classes from './PortsPanel.module.css';

interface PortsTableProps {
  ports: readonly Port[];
  onDo: (doing: Doing) => void;
}

export function PortsTable({ ports, onDo }: PortsTableProps) {
  const { common, resources } = useText();
  const text = resources.ports;
  const { columns: names } = text;
  const hostOf = (port: Port) => (port.host === everyHost ? text.everyHost : port.host);
  const columns: Column<Port>[] = [
    { key: 'service', header: names.service, sortBy: (port) => port.label, render: (port) => <ServiceCell port={port} host={hostOf(port)} /> },
    { key: 'port', header: names.port, width: 'clamp(3.75rem, 16vw, 6rem)', sortBy: (port) => port.port, render: (port) => <span className={classes.number}>{port.port}</span> },
    { key: 'type', header: names.type, width: '9rem', wideOnly: true, sortBy: (port) => port.port_type, render: (port) => port.port_type },
    { key: 'host', header: names.host, width: '12rem', wideOnly: true, sortBy: (port) => port.host, render: hostOf },
    { key: 'status', header: names.status, width: 'clamp(4.9rem, 20vw, 6.5rem)', sortBy: (port) => port.status, render: (port) => <PortMark status={port.status} /> },
    { key: 'actions', header: common.actions, hideHeader: true, width: 'clamp(3.25rem, 13vw, 4rem)', align: 'right', render: (port) => <PortActions port={port} onDo={onDo} /> },
  ];
  return <DataTable label={text.title} columns={columns} rows={ports} rowKey={(port) => port.id} maxHeight="32rem" />;
}

function ServiceCell({ port, host }: { port: Port; host: string }) {
  const text = useText().resources.ports;
  const format = useFormat();
  const aside = [port.reserved_reason, port.reserved_until !== null && port.status === 'reserved' ? text.until(format.moment(port.reserved_until)) : null].filter((one) => one !== null).join(', ');
  return (
    <>
      <span className={classes.name} title={port.label}>
        {port.label}
        {aside !== '' && (
          <Text span size="xs" c="dimmed" ml={8}>
            {aside}
          </Text>
        )}
      </span>
      <Text span size="xs" c="dimmed" className={classes.narrow}>
        {port.port_type} · {host}
      </Text>
    </>
  );
}

function PortActions({ port, onDo }: { port: Port; onDo: (doing: Doing) => void }) {
  const { common, resources } = useText();
  const text = resources.ports;
  const me = useMe();
  const isFree = port.status === 'released';
  const mayChange = mayIn(me, port.project_id, port.host === everyHost ? 'admin' : 'developer');
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={common.actionsFor(`${port.label} ${port.port}`)}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="clock" size={16} />} onClick={() => onDo({ kind: 'history', port })}>
          {text.history}
        </Menu.Item>
        {mayChange && isFree && (
          <Menu.Item leftSection={<Icon name="plus" size={16} />} onClick={() => onDo({ kind: 'reserve', wish: { port: port.port, host: port.host, service: port.service_name, project: port.project_id } })}>
            {text.again}
          </Menu.Item>
        )}
        {mayChange && !isFree && (
          <Menu.Item c="var(--al-bad)" leftSection={<Icon name="trash" size={16} />} onClick={() => onDo({ kind: 'release', port })}>
            {text.release}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
