import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../../i18n/useText';
import { everyHost, portHostsQuery } from '../queries';
import classes from './PortsPanel.module.css';
import { useTypes } from './useTypes';

interface PortFiltersProps {
  host: string;
  type: string;
  onHost: (host: string) => void;
  onType: (type: string) => void;
}

export function PortFilters({ host, type, onHost, onType }: PortFiltersProps) {
  const text = useText().resources.ports;
  const { data: hosts } = useQuery(portHostsQuery);
  const types = useTypes();
  const known = hosts === undefined || host === '' || hosts.includes(host) ? (hosts ?? []) : [...hosts, host];
  const look = { classNames: { root: classes.filter ?? '', label: classes.filterLabel ?? '', wrapper: classes.filterInput ?? '' } };
  return (
    <>
      <NativeSelect
        label={text.host}
        value={host}
        onChange={(event) => onHost(event.currentTarget.value)}
        data={[{ value: '', label: text.allHosts }, ...known.map((one) => ({ value: one, label: one === everyHost ? text.everyHost : one }))]}
        {...look}
      />
      <NativeSelect label={text.type} value={type} onChange={(event) => onType(event.currentTarget.value)} data={[{ value: '', label: text.allTypes }, ...types]} {...look} />
    </>
  );
}
