import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingRows } from '../../../ui/Loading';
import { Pager } from '../../../ui/Pager';
import { Panel } from '../../../ui/Panel';
import { environmentName } from '../environmentName';
import { type Run, runsQuery, type Suite } from '../queries';
import { runStatus } from '../runStatus';
import { ResultMark } from '../ResultMark';
import classes from '../testing.module.css';
import { useNow } from '../useNow';

/** S004-TUI-08: the newest run first. */
export function RunHistoryPanel({ project, suite }: { project: number; suite: Suite }) {
  const text = useText().testing.runs;
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQuery(runsQuery(suite.id, page));
  const navigate = useNavigate();
  const columns = useColumns();
  return (
    <Panel
      title={text.title}
      flush
      actions={
        <Button component={ConsoleLink} to={`/projects/${project}/tests/suites/${suite.id}/trends`} variant="subtle" size="compact-sm">
          {text.trends}
        </Button>
      }
      footer={data?.meta != null && data.meta.total_pages > 1 ? <Pager meta={data.meta} onPage={setPage} /> : undefined}
    >
      {data === undefined && error === null && <LoadingRows rows={3} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.data.length === 0 && <EmptyState icon="clock" title={text.empty} hint={text.emptyHint} />}
      {data !== undefined && data.data.length > 0 && (
        <DataTable label={text.title} columns={columns} rows={data.data} rowKey={(run) => run.id} sorting={null} onOpen={(run) => void navigate({ to: `/runs/${run.id}`, search: (old: Record<string, unknown>) => old })} />
      )}
    </Panel>
  );
}

function useColumns(): Column<Run>[] {
  const text = useText().testing.runs;
  const format = useFormat();
  const now = useNow();
  return [
    { key: 'run', header: text.number, width: 'clamp(4.75rem, 22vw, 8rem)', render: (run) => text.run(String(run.id)) },
    { key: 'environment', header: text.environment, render: (run) => (run.environment === null ? '—' : environmentName(run.environment)) },
    { key: 'age', header: text.age, wideOnly: true, width: '9rem', render: (run) => (run.started_at === null ? '—' : <time dateTime={run.started_at} title={format.moment(run.started_at)}>{format.ago(run.started_at, now)}</time>) },
    { key: 'passed', header: text.passed, width: 'clamp(5.5rem, 22vw, 9rem)', render: (run) => <PassedCell run={run} /> },
    {
      key: 'failed',
      header: text.failed,
      width: '7rem',
      wideOnly: true,
      render: (run) => {
        const bad = run.failed + run.errors;
        return (
          <span className={bad > 0 ? classes.bad : classes.numbers} role="img" aria-label={text.failedCount(bad, format.number(bad))}>
            {`${format.number(bad)} ✗`}
          </span>
        );
      },
    },
    {
      key: 'view',
      header: text.view,
      hideHeader: true,
      width: 'clamp(4.75rem, 20vw, 6rem)',
      align: 'right',
      render: (run) => (
        <Button component={ConsoleLink} to={`/runs/${run.id}`} size="compact-sm" variant="default" aria-label={text.viewRun(String(run.id))}>
          {text.view}
        </Button>
      ),
    },
  ];
}

function PassedCell({ run }: { run: Run }) {
  const text = useText().testing.runs;
  const format = useFormat();
  const status = runStatus(run);
  if (status === 'running' || status === 'pending') return <ResultMark status={status} />;
  const [passed, total] = [format.number(run.passed), format.number(run.total)];
  return (
    <span className={`${classes.numbers} ${run.status === 'passed' ? classes.ok : ''}`} role="img" aria-label={text.passedOf(passed, total)}>
      {`${text.of(passed, total)} ✓`}
    </span>
  );
}
