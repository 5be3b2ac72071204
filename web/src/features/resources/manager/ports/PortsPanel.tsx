import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMayChangeAny } from '../../shared/useMayChangeAny';
import { useText } from '../../../../i18n/useText';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { Icon } from '../../../../ui/icons';
import { LoadingRows } from '../../../../ui/Loading';
import { Pager } from '../../../../ui/Pager';
import { Panel } from '../../../../ui/Panel';
import { type Port, portsQuery } from '../queries';
import { AllocatePort } from './AllocatePort';
import { CheckPort } from './CheckPort';
import { PortFilters } from './PortFilters';
import { PortHistory } from './PortHistory';
import classes from './PortsPanel.module.css';
import { PortsTable } from './PortsTable';
import { ReleasePort } from './ReleasePort';
import { ReservePort, type Wish } from './ReservePort';

interface PortsPanelProps {
  project: number | null;
  host: string;
  onHost: (host: string) => void;
}

export type Doing = { kind: 'reserve'; wish: Wish } | { kind: 'allocate' | 'check' } | { kind: 'release' | 'history'; port: Port };

export function PortsPanel({ project, host, onHost }: PortsPanelProps) {
  const text = useText().resources.ports;
  const mayChange = useMayChangeAny();
  const [type, setType] = useState('');
  const [page, setPage] = useState(1);
  const [doing, setDoing] = useState<Doing | null>(null);
  const query = useQuery(portsQuery({ host, type, project }, page));
  const close = () => setDoing(null);
  const isFiltered = host !== '' || type !== '';

  return (
    <Panel title={text.title} flush footer={<Footer />}>
      <div className={classes.bar}>
        <PortFilters
          host={host}
          type={type}
          onHost={(chosen) => {
            setPage(1);
            onHost(chosen);
          }}
          onType={(chosen) => {
            setPage(1);
            setType(chosen);
          }}
        />
        {mayChange && <Button onClick={() => setDoing({ kind: 'reserve', wish: {} })}>{text.reserve}</Button>}
        <Group gap="xs" className={classes.more}>
          {mayChange && (
            <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setDoing({ kind: 'allocate' })}>
              {text.allocate}
            </Button>
          )}
          <Button variant="default" leftSection={<Icon name="search" size={16} />} onClick={() => setDoing({ kind: 'check' })}>
            {text.check}
          </Button>
        </Group>
      </div>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingRows rows={6} />
      ) : query.data.data.length === 0 ? (
        <EmptyState icon="resources" title={text.emptyTitle} hint={isFiltered ? text.emptyFiltered : text.emptyHint} />
      ) : (
        <>
          <PortsTable ports={query.data.data} onDo={setDoing} />
          <div className={classes.pager}>
            <Pager meta={query.data.meta} onPage={setPage} />
          </div>
        </>
      )}
      {doing?.kind === 'reserve' && <ReservePort wish={doing.wish} onClose={close} />}
      {doing?.kind === 'allocate' && <AllocatePort onClose={close} />}
      {doing?.kind === 'check' && <CheckPort mayReserve={mayChange} onClose={close} onReserve={(wish) => setDoing({ kind: 'reserve', wish })} />}
      {doing?.kind === 'release' && <ReleasePort port={doing.port} onClose={close} />}
      {doing?.kind === 'history' && <PortHistory port={doing.port} onClose={close} />}
    </Panel>
  );
}

function Footer() {
  const text = useText().resources.ports;
  return (
    <Text size="sm" c="dimmed">
      {text.whatFreeMeans}
    </Text>
  );
}
