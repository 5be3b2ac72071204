import { Button } from '@mantine/core';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mayIn, useMe } from '../../../api/session';
import { useProject } from '../../../app/useProject';
import { useText } from '../../../i18n/useText';
import { Icon } from '../../../ui/icons';
import { Page } from '../../../ui/Page';
import { DriftPanel } from './drift/DriftPanel';
import { HealthPanel } from './health/HealthPanel';
import { HostsPanel } from './hosts/HostsPanel';
import classes from './ResourceManager.module.css';
import { PortsPanel } from './ports/PortsPanel';
import { RangesPanel } from './ranges/RangesPanel';

export default function ResourceManager() {
  const { pages, resources: text } = useText();
  const client = useQueryClient();
  const { project } = useProject();
  const me = useMe();
  const [host, setHost] = useState('');
  const isOurs = (key: readonly unknown[]) => key[0] === 'port' || key[0] === 'service';
  const reading = useIsFetching({ predicate: (query) => isOurs(query.queryKey) });
  return (
    <Page
      title={pages.resources}
      lead={text.lead}
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="refresh" size={16} />}
          data-busy={reading > 0}
          onClick={() => void client.invalidateQueries({ predicate: (query) => isOurs(query.queryKey) })}
        >
          {text.refresh}
        </Button>
      }
    >
      <PortsPanel project={project} host={host} onHost={setHost} />
      <div className={classes.pair}>
        <RangesPanel host={host} />
        <HealthPanel project={project} />
      </div>
      <div className={classes.pair}>
        <HostsPanel />
        {mayIn(me, null, 'developer') && <DriftPanel />}
      </div>
    </Page>
  );
}
