import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayIn, useMe } from '../../../api/session';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useText } from '../../../i18n/useText';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingBlock } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { DeregisterService } from '../manager/health/DeregisterService';
import { serviceQuery } from '../manager/queries';
import { useHealthCheck } from '../shared/useHealthCheck';
import { AboutService } from './AboutService';
import { Hours } from './Hours';
import { LatencyPanel } from './LatencyPanel';
import { LatestChecks } from './LatestChecks';
import classes from './ServiceDetails.module.css';
import { StateTiles } from './StateTiles';
import { ServiceDependencies } from './ServiceDependencies';

/** A service's own page: how it is, how it was, and what it needs (S004-SVC-09). */
export default function ServiceDetails() {
  const { pages, resources } = useText();
  const { service: text, health } = resources;
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const navigate = useNavigate();
  const me = useMe();
  const query = useQuery(serviceQuery(Number(params.id)));
  const { run, progress } = useHealthCheck();
  const [isLeaving, setLeaving] = useState(false);
  const back = (
    <Anchor component={ConsoleLink} to="/resources" size="sm">
      {text.back}
    </Anchor>
  );
  if (query.data === undefined) {
    return (
      <Page title={pages.service} back={back}>
        {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <LoadingBlock height={480} />}
      </Page>
    );
  }
  const { service } = query.data;
  return (
    <Page
      title={service.name}
      lead={service.url}
      back={back}
      actions={
        mayIn(me, service.project_id, 'developer') && (
          <>
            <Button variant="default" leftSection={<Icon name="trash" size={16} />} onClick={() => setLeaving(true)}>
              {health.deregister}
            </Button>
            <Button leftSection={<Icon name="refresh" size={16} />} loading={progress !== null} onClick={() => void run([service])}>
              {text.check}
            </Button>
          </>
        )
      }
    >
      <StateTiles details={query.data} />
      <LatencyPanel details={query.data} />
      <Hours hours={query.data.hours} />
      <div className={classes.pair}>
        <LatestChecks checks={query.data.history} />
        <div className={classes.side}>
          <ServiceDependencies dependencies={query.data.dependencies} />
          <AboutService service={service} />
        </div>
      </div>
      {isLeaving && <DeregisterService service={service} onClose={() => setLeaving(false)} onDone={() => void navigate({ to: '/resources' })} />}
    </Page>
  );
}
