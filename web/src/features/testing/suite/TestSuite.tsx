import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../i18n/useText';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingBlock } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { projectQuery, suitesQuery } from '../queries';
import classes from '../testing.module.css';
import { useProjectOfPath } from '../useProjectOfPath';
import { CasesPanel } from './CasesPanel';
import { ComparisonPanel } from './ComparisonPanel';
import { ComponentsPanel } from './ComponentsPanel';
import { NoSuite } from './NoSuite';
import { RunHistoryPanel } from './RunHistoryPanel';
import { StartRunDialog } from './StartRunDialog';
import { useChosenSuite } from './useChosenSuite';

/** S004-TUI-01 to -10: what was discovered, its cases, their runs, and how the environments differ. */
export default function TestSuite() {
  const { testing } = useText();
  const project = useProjectOfPath('tests');
  const { data: facts, error: unknown, refetch } = useQuery(projectQuery(project));
  const suites = useQuery(suitesQuery(project));
  const { suite, choose } = useChosenSuite(suites.data);
  const [isStarting, setStarting] = useState(false);

  if (unknown !== null && facts === undefined) {
    return (
      <Page title={testing.title(String(project))}>
        <ErrorState error={unknown} onRetry={() => void refetch()} />
      </Page>
    );
  }

  const several = (suites.data?.length ?? 0) > 1;
  return (
    <Page
      title={testing.title(facts?.name ?? '…')}
      actions={
        <>
          {several && (
            <Select
              aria-label={testing.suite}
              data={(suites.data ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
              value={suite === undefined ? null : String(suite.id)}
              onChange={(value) => (value === null ? undefined : choose(Number(value)))}
              allowDeselect={false}
              w={200}
            />
          )}
          <Button onClick={() => setStarting(true)} disabled={suite === undefined || suite.total_cases === 0} title={suite?.total_cases === 0 ? testing.start.noCases : undefined}>
            {testing.runAll}
          </Button>
        </>
      }
    >
      <ComponentsPanel project={project} suiteName={suite?.name ?? null} onGenerated={choose} />
      {suites.isPending && <LoadingBlock height={320} />}
      {suites.isError && suites.data === undefined && <ErrorState error={suites.error} onRetry={() => void suites.refetch()} />}
      {suites.data?.length === 0 && <NoSuite project={project} onCreated={choose} />}
      {suite !== undefined && (
        <>
          <CasesPanel key={suite.id} project={project} suite={suite} />
          <div className={classes.columns}>
            <RunHistoryPanel key={`runs-${suite.id}`} project={project} suite={suite} />
            <ComparisonPanel project={project} suite={suite} />
          </div>
          {isStarting && <StartRunDialog project={project} suite={suite} onClose={() => setStarting(false)} />}
        </>
      )}
    </Page>
  );
}
