import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Panel } from '../../../ui/Panel';
import { KindMark } from '../KindMark';
import type { Run } from '../queries';
import { ResultMark } from '../ResultMark';
import { shownName } from '../shownName';
import classes from '../testing.module.css';
import { useReason } from '../useReason';
import { type Result, type ResultFilter, resultsQuery } from './queries';

interface ResultsPanelProps {
  run: Run;
  /** As they come in; null when the run has ended. */
  live: readonly Result[] | null;
  cause: string | null;
  onOpen: (result: number) => void;
}

const shown = ['all', 'failed', 'error', 'passed', 'skipped'] as const;

export function ResultsPanel({ run, live, cause, onOpen }: ResultsPanelProps) {
  const { testing } = useText();
  const text = testing.run;
  const format = useFormat();
  const [status, setStatus] = useState<(typeof shown)[number]>('all');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const filter: ResultFilter = { ...(status === 'all' ? {} : { status }), ...(cause === null ? {} : { cause_key: cause }), ...(q === '' ? {} : { q }) };
  const { rows, error, retry, isPending, onWindow } = useResults(run.id, live, filter);
  const columns = useColumns();
  const counts = { passed: run.passed, failed: run.failed, error: run.errors, skipped: run.skipped };

  return (
    <Panel title={text.results} description={live === null ? undefined : text.live} flush>
      <div className={classes.filters} role="search" aria-label={text.results}>
        <SegmentedControl
          size="xs"
          aria-label={testing.result.title}
          value={status}
          onChange={(value) => setStatus(shown.find((one) => one === value) ?? 'all')}
          data={shown.map((one) => ({ value: one, label: one === 'all' ? text.all : `${testing.statuses[one]} ${format.number(counts[one])}` }))}
        />
        <TextInput size="xs" className={classes.search ?? ''} aria-label={text.search} placeholder={text.search} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} leftSection={<Icon name="search" size={14} />} type="search" />
      </div>
      {error !== null && rows.length === 0 && <ErrorState error={error} onRetry={retry} />}
      {isPending && <LoadingRows rows={6} />}
      {!isPending && error === null && rows.length === 0 && <EmptyState icon="clock" title={live === null ? text.none : text.waiting} hint={live === null ? text.noneHint : text.waitingHint} />}
      {rows.length > 0 && <DataTable label={text.results} columns={columns} rows={rows} rowKey={(row) => row.id} sorting={null} onOpen={(row) => onOpen(row.id)} onWindow={onWindow} />}
    </Panel>
  );
}

/** What came in so far, or what the server keeps, read on as one scrolls. */
function useResults(run: number, live: readonly Result[] | null, filter: ResultFilter) {
  const kept = useInfiniteQuery({ ...resultsQuery(run, filter), enabled: live === null });
  const read = useMemo(() => kept.data?.pages.flatMap((page) => page.data) ?? [], [kept.data]);
  const rows = live === null ? read : live.filter((one) => fits(one, filter));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = kept;
  const loaded = read.length;
  const onWindow = useCallback(
    (_first: number, last: number) => {
      if (live === null && hasNextPage && !isFetchingNextPage && last >= loaded - 20) void fetchNextPage();
    },
    [live, hasNextPage, isFetchingNextPage, loaded, fetchNextPage],
  );
  return { rows, error: kept.error, retry: () => void kept.refetch(), isPending: live === null && kept.isPending, onWindow };
}

function fits(result: Result, { status, cause_key: cause, q }: ResultFilter): boolean {
  return (
    (status === undefined || result.status === status) &&
    (cause === undefined || (result.cause_key ?? result.reason ?? '') === cause) &&
    (q === undefined || result.test_name.toLowerCase().includes(q.toLowerCase()))
  );
}

function useColumns(): Column<Result>[] {
  const { testing } = useText();
  const format = useFormat();
  const reason = useReason();
  return [
    { key: 'status', header: testing.result.title, width: '7rem', render: (row) => <ResultMark status={row.status} /> },
    { key: 'type', header: testing.cases.type, wideOnly: true, width: '8rem', render: (row) => <KindMark kind={row.test_type} /> },
    {
      key: 'name',
      header: testing.cases.name,
      render: (row) => (
        <span title={row.error === null ? row.test_name : `${row.test_name}: ${row.error}`}>
          {shownName(row.test_name, row.test_type)}
          {row.flaky && <span className={classes.reason}>{` · ${testing.run.flaky}`}</span>}
        </span>
      ),
    },
    { key: 'reason', header: testing.run.reason, wideOnly: true, width: '14rem', render: (row) => <span className={classes.reason}>{row.reason === null ? '' : reason(row.reason)}</span> },
    { key: 'time', header: testing.run.duration, wideOnly: true, width: '6rem', align: 'right', render: (row) => <span className={classes.numbers}>{format.milliseconds(row.duration_ms)}</span> },
  ];
}
