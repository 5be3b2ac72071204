import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../../i18n/useText';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { Icon } from '../../../../ui/icons';
import { LoadingRows } from '../../../../ui/Loading';
import { Pager } from '../../../../ui/Pager';
import { Panel } from '../../../../ui/Panel';
import { useMayChangeAny } from '../../shared/useMayChangeAny';
import { type Service, servicesQuery, trendsQuery } from '../queries';
import { DeregisterService } from './DeregisterService';
import { HealthFooter } from './HealthFooter';
import classes from './HealthPanel.module.css';
import { RegisterService } from './RegisterService';
import { ServiceLine } from './ServiceLine';

export function HealthPanel({ project }: { project: number | null }) {
  const text = useText().resources.health;
  const mayChange = useMayChangeAny();
  const [page, setPage] = useState(1);
  const query = useQuery(servicesQuery(project, page));
  const { data: trends } = useQuery(trendsQuery(project, page));
  const [isRegistering, setRegistering] = useState(false);
  const [leaving, setLeaving] = useState<Service | null>(null);
  const register = (
    <Button variant="default" size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setRegistering(true)}>
      {text.register}
    </Button>
  );
  return (
    <Panel title={text.title} flush actions={mayChange && register} footer={<HealthFooter services={query.data?.data ?? []} mayCheck={mayChange} />}>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingRows rows={4} height={56} />
      ) : query.data.data.length === 0 ? (
        <EmptyState icon="performance" title={text.emptyTitle} hint={text.emptyHint} />
      ) : (
        <>
          <ul className={classes.list} aria-label={text.title}>
            {query.data.data.map((service) => (
              <ServiceLine key={service.id} service={service} trend={trends?.get(service.id) ?? null} onDeregister={setLeaving} />
            ))}
          </ul>
          <Group justify="flex-end" className={classes.pager}>
            <Pager meta={query.data.meta} onPage={setPage} />
          </Group>
        </>
      )}
      {isRegistering && <RegisterService onClose={() => setRegistering(false)} />}
      {leaving !== null && <DeregisterService service={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}
