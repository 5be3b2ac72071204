import { useQuery } from '@tanstack/react-query';
import { useNow } from '../../../app/useNow';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { Panel } from '../../../ui/Panel';
import { StatusMark, type Tone } from '../../../ui/StatusMark';
import { latestByEnvironment } from './latestByEnvironment';
import { PanelState } from './PanelState';
import { type Run, runsQuery } from './queries';

const looks: Record<string, { tone: Tone; mark: 'full' | 'empty' | 'half' | 'barred' }> = {
  passed: { tone: 'ok', mark: 'full' },
  failed: { tone: 'bad', mark: 'empty' },
  error: { tone: 'bad', mark: 'barred' },
  running: { tone: 'info', mark: 'half' },
};

export function RunsPanel({ project }: { project: number | null }) {
  const { runs: say } = useText().overview;
  const format = useFormat();
  const now = useNow();
  const query = useQuery(runsQuery(project));
  const names: Readonly<Record<string, string | undefined>> = say.statuses;
  const when = (run: Run) => run.finished_at ?? run.started_at;
  const columns: Column<Run>[] = [
    { key: 'environment', header: say.environment, sortBy: (run) => run.environment ?? run.base_url, render: (run) => run.environment ?? run.base_url },
    { key: 'suite', header: say.suite, sortBy: (run) => run.suite, render: (run) => run.suite, wideOnly: true },
    {
      key: 'result',
      header: say.result,
      width: '11rem',
      sortBy: (run) => run.status,
      render: (run) => {
        const look = looks[run.status] ?? { tone: 'muted', mark: 'empty' };
        const count = run.total > 0 ? ` ${format.number(run.passed)}/${format.number(run.total)}` : '';
        return <StatusMark {...look} label={`${names[run.status] ?? run.status}${count}`} />;
      },
    },
    {
      key: 'when',
      header: say.when,
      width: '8rem',
      align: 'right',
      render: (run) => {
        const at = when(run);
        return at === null ? null : <time dateTime={at}>{format.ago(at, now)}</time>;
      },
    },
  ];
  return (
    <Panel title={say.title} flush>
      <PanelState query={query}>
        {(runs) => {
          const latest = latestByEnvironment(runs);
          return latest.length === 0 ? <EmptyState icon="tests" {...say.empty} /> : <DataTable label={say.title} columns={columns} rows={latest} rowKey={(run) => run.id} maxHeight="420px" />;
        }}
      </PanelState>
    </Panel>
  );
}
