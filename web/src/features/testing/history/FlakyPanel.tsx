import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, dataOf } from '../../../api/client';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingRows } from '../../../ui/Loading';
import { Panel } from '../../../ui/Panel';
import { environmentName } from '../environmentName';
import { KindMark } from '../KindMark';
import type { Schemas } from '../queries';
import { keepProject } from '../search';
import { shownName } from '../shownName';

type Flaky = Schemas['FlakyCasesEntry'];

const flakyQuery = (suite: number) =>
  queryOptions({ queryKey: ['run', 'flaky', suite], queryFn: ({ signal }) => dataOf(api.GET('/api/v1/test-suites/{id}/flaky-cases', { params: { path: { id: suite } }, signal })) });

/** Cases that cannot be relied on, the worst first. */
export function FlakyPanel({ suite, project }: { suite: number; project: number }) {
  const { testing } = useText();
  const text = testing.history;
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(flakyQuery(suite));
  const columns: Column<Flaky>[] = [
    { key: 'type', header: testing.cases.type, width: 'clamp(3.5rem, 18vw, 9rem)', render: (row) => <KindMark kind={row.test_type} /> },
    { key: 'name', header: testing.cases.name, render: (row) => <span title={row.test_name}>{shownName(row.test_name, row.test_type)}</span> },
    { key: 'environment', header: testing.runs.environment, wideOnly: true, width: '10rem', render: (row) => environmentName(row.environment ?? '—') },
    { key: 'turns', header: text.changes, width: '5.5rem', align: 'right', sortBy: (row) => row.turns, render: (row) => format.number(row.turns) },
    { key: 'retried', header: text.retried, wideOnly: true, width: '9rem', align: 'right', sortBy: (row) => row.retried, render: (row) => format.number(row.retried) },
    { key: 'runs', header: text.runs, wideOnly: true, width: '6rem', align: 'right', sortBy: (row) => row.runs, render: (row) => format.number(row.runs) },
  ];
  return (
    <Panel title={text.flaky} description={text.flakyLead} flush>
      {data === undefined && error === null && <LoadingRows rows={3} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon="check" title={text.noFlaky} hint={text.noFlakyHint} />}
      {data !== undefined && data.length > 0 && (
        <DataTable label={text.flaky} columns={columns} rows={data} rowKey={(row) => `${row.test_case_id}-${row.environment ?? ''}`} onOpen={(row) => void navigate({ to: `/projects/${project}/tests/cases/${row.test_case_id}`, search: keepProject })} />
      )}
    </Panel>
  );
}
