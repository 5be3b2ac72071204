import { Select, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingBlock } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { Panel } from '../../../ui/Panel';
import { Sparkline } from '../../../ui/Sparkline';
import { BackLink } from '../BackLink';
import { environmentName } from '../environmentName';
import { pageSize, type Run, runsQuery, suiteQuery } from '../queries';
import { isUnderWay } from '../runStatus';
import { FlakyPanel } from './FlakyPanel';
import { RunBars } from './RunBars';

/** How the suite did over its last runs: passed and failed, time, and what was flaky. */
export default function Trends() {
  const { testing, pages } = useText();
  const text = testing.history;
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const [project, id] = [Number(params.projectId), Number(params.suiteId)];
  const { data: suite } = useQuery(suiteQuery(id));
  const { data, error, refetch } = useQuery(runsQuery(id, 1, pageSize));
  const [environment, setEnvironment] = useState<string | null>(null);
  const ended = (data?.data ?? []).filter((run) => !isUnderWay(run) && !run.is_cancelled).toReversed();
  const environments = [...new Set(ended.flatMap((run) => (run.environment === null ? [] : [run.environment])))];
  const runs = ended.filter((run) => environment === null || run.environment === environment);

  return (
    <Page
      title={text.title}
      back={<BackLink to={`/projects/${project}/tests`} label={pages.tests} />}
      lead={suite === undefined ? undefined : text.lead(suite.name)}
      actions={
        <Select
          aria-label={testing.runs.environment}
          placeholder={text.allEnvironments}
          clearable
          data={environments.map((one) => ({ value: one, label: environmentName(one) }))}
          value={environment}
          onChange={setEnvironment}
        />
      }
    >
      {data === undefined && error === null && <LoadingBlock height={320} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && runs.length === 0 && (
        <Panel>
          <EmptyState icon="performance" title={text.empty} hint={text.emptyHint} />
        </Panel>
      )}
      {runs.length > 0 && (
        <>
          <RunBars runs={runs} />
          <Numbers runs={runs} />
          <FlakyPanel suite={id} project={project} />
        </>
      )}
    </Page>
  );
}

function Numbers({ runs }: { runs: readonly Run[] }) {
  const text = useText().testing.history;
  const format = useFormat();
  const shares = runs.map((run) => (run.total === 0 ? 0 : run.passed / run.total));
  const times = runs.map((run) => run.duration_ms ?? 0);
  const flaky = runs.map((run) => run.flaky);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <Trend title={text.passRate} values={shares} shown={format.percent(shares.at(-1) ?? 0)} />
      <Trend title={text.duration} values={times} shown={format.milliseconds(times.at(-1) ?? 0)} />
      <Trend title={text.retried} values={flaky} shown={format.number(flaky.at(-1) ?? 0)} />
    </SimpleGrid>
  );
}

function Trend({ title, values, shown }: { title: string; values: readonly number[]; shown: string }) {
  const text = useText().testing.history;
  return (
    <Panel>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text fz="1.375rem" fw={600}>
        {shown}
      </Text>
      <Sparkline values={values} label={`${title}. ${text.latest(shown)}`} width={200} height={36} />
    </Panel>
  );
}
