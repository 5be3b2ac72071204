import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { projectsQuery, useProject } from '../../../app/useProject';
import { useText } from '../../../i18n/useText';
import { Page } from '../../../ui/Page';
import { Readiness } from '../Readiness';
import { readinessQuery } from '../readiness';
import { AttentionPanel } from './AttentionPanel';
import { ChangesPanel } from './ChangesPanel';
import classes from './Overview.module.css';
import { RunsPanel } from './RunsPanel';
import { ServicesPanel } from './ServicesPanel';

/** How everything stands: what needs somebody, the last runs, the services, what changed. */
export default function Overview() {
  const { overview, pages } = useText();
  const { project } = useProject();
  const { data: projects } = useQuery(projectsQuery);
  const { data: readiness } = useQuery(readinessQuery);
  const name = projects?.find((one) => one.id === project)?.name;
  return (
    <Page title={pages.overview} lead={name === undefined ? overview.lead : overview.leadOf(name)} actions={readiness && <Readiness status={readiness.status} />}>
      <div className={classes.columns}>
        <Stack gap="lg" className={classes.column}>
          <AttentionPanel project={project} />
          <RunsPanel project={project} />
        </Stack>
        <Stack gap="lg" className={classes.column}>
          <ServicesPanel project={project} />
          <ChangesPanel project={project} />
        </Stack>
      </div>
    </Page>
  );
}
