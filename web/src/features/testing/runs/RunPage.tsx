import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingBlock } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { BackLink } from '../BackLink';
import { environmentName } from '../environmentName';
import { type Run, type Schemas, suiteQuery } from '../queries';
import { ResultMark } from '../ResultMark';
import { isUnderWay, runStatus } from '../runStatus';
import { without } from '../search';
import { useNow } from '../useNow';
import { CausesPanel } from './CausesPanel';
import { runQuery } from './queries';
import { ResultDrawer } from './ResultDrawer';
import { ResultsPanel } from './ResultsPanel';
import { RunActions } from './RunActions';
import { RunProgress } from './RunProgress';
import { useLiveRun } from './useLiveRun';

/** One run: live while it is under way, then its causes and results. */
export default function RunPage() {
  const { testing } = useText();
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const id = Number(params.runId);
  const { data, error, refetch } = useQuery({ ...runQuery(id), refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? 5_000 : false) });
  const title = testing.run.title(String(params.runId));
  if (data === undefined) {
    return <Page title={title}>{error === null ? <LoadingBlock height={320} /> : <ErrorState error={error} onRetry={() => void refetch()} />}</Page>;
  }
  return <Details key={id} title={title} details={data} />;
}

function Details({ title, details }: { title: string; details: Schemas['ReadRunResponse'] }) {
  const { testing } = useText();
  const live = useLiveRun(details.id, isUnderWay(details));
  const run = isUnderWay(details) ? (live.run ?? details.run) : details.run;
  const [cause, setCause] = useState<string | null>(null);
  const { data: suite } = useQuery(suiteQuery(run.suite_id));
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = (result: number | null) =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => (result === null ? without(old, 'result') : { ...old, result }), resetScroll: false });

  return (
    <Page
      title={title}
      back={<BackLink to={suite === undefined ? '/tests' : `/projects/${suite.project_id}/tests`} label={run.suite} />}
      lead={<Lead run={run} />}
      actions={<RunActions run={run} />}
    >
      {live.isLost && !live.hasEnded && (
        <Alert variant="outline" color="yellow" role="status">
          {testing.run.connection}
        </Alert>
      )}
      <RunProgress run={run} />
      {details.causes.length > 0 && <CausesPanel run={run} causes={details.causes} chosen={cause} onChoose={setCause} />}
      <ResultsPanel run={run} live={isUnderWay(details) ? live.results : null} cause={cause} onOpen={open} />
      {typeof search.result === 'number' && <ResultDrawer id={search.result} project={suite?.project_id ?? null} onClose={() => open(null)} onOpen={open} />}
    </Page>
  );
}

function Lead({ run }: { run: Run }) {
  const text = useText().testing.run;
  const format = useFormat();
  const now = useNow();
  const parts = [
    run.environment === null ? null : text.in(environmentName(run.environment)),
    run.started_at === null ? null : format.ago(run.started_at, now),
    run.triggered_by === 'manual' ? text.by.manual : text.by.other(run.triggered_by),
    run.duration_ms === null ? null : text.took(format.milliseconds(run.duration_ms)),
  ];
  return (
    <span>
      <ResultMark status={runStatus(run)} /> {' · '}
      <span title={run.base_url}>{parts.filter((part) => part !== null).join(' · ')}</span>
      {run.message !== null && !run.is_cancelled && <span>{` · ${run.message}`}</span>}
    </span>
  );
}
