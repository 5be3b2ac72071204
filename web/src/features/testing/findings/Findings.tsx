import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../../api/client';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { Pager } from '../../../ui/Pager';
import { Panel } from '../../../ui/Panel';
import classes from '../testing.module.css';
import { useProjectOfPath } from '../useProjectOfPath';
import { FindingLine, severities } from './FindingLine';

type Severity = (typeof severities)[number];

interface Filter {
  code?: string;
  severity?: Severity;
  confirmed?: boolean;
}

const findingsQuery = (project: number, filter: Filter, page: number) =>
  queryOptions({
    queryKey: ['finding', project, filter, page],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/projects/{projectId}/findings', { params: { path: { projectId: project }, query: { ...filter, page, per_page: 50 } }, signal })),
    placeholderData: keepPreviousData,
  });

/** What scans noticed in a project's source, and what runs saw of it. */
export default function Findings() {
  const { testing, pages } = useText();
  const text = testing.findings;
  const format = useFormat();
  const project = useProjectOfPath('findings');
  const [typed, setTyped] = useState('');
  const [code] = useDebouncedValue(typed.trim(), 250);
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const filter: Filter = { ...(code === '' ? {} : { code }), ...(severity === null ? {} : { severity }), ...(confirmed === null ? {} : { confirmed: confirmed === 'yes' }) };
  const { data, error, refetch } = useQuery(findingsQuery(project, filter, page));
  const isFiltered = Object.keys(filter).length > 0;
  const change = <T,>(set: (value: T) => void, value: T) => {
    set(value);
    setPage(1);
  };

  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        <Button component={ConsoleLink} to={`/projects/${project}/tests`} variant="default">
          {pages.tests}
        </Button>
      }
    >
      <Panel flush footer={data?.meta != null && data.meta.total_pages > 1 ? <Pager meta={data.meta} onPage={setPage} /> : undefined}>
        <Group className={classes.filters ?? ''} role="search" aria-label={text.title}>
          <TextInput className={classes.search ?? ''} aria-label={text.code} placeholder={text.code} value={typed} onChange={(event) => change(setTyped, event.currentTarget.value)} leftSection={<Icon name="search" size={16} />} type="search" />
          <Select aria-label={text.severity} placeholder={text.allSeverities} clearable w={180} data={severities.map((one) => ({ value: one, label: text.severities[one] }))} value={severity} onChange={(value) => change(setSeverity, severities.find((one) => one === value) ?? null)} />
          <Select
            aria-label={text.state}
            placeholder={text.anyConfirmation}
            clearable
            w={190}
            data={[
              { value: 'yes', label: text.confirmed },
              { value: 'no', label: text.refuted },
            ]}
            value={confirmed}
            onChange={(value) => change(setConfirmed, value)}
          />
        </Group>
        {data === undefined && error === null && <LoadingRows rows={8} height={64} />}
        {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data?.data.length === 0 && <EmptyState icon={isFiltered ? 'search' : 'check'} title={isFiltered ? text.noMatch : text.empty} hint={isFiltered ? text.noMatchHint : text.emptyHint} />}
        {data !== undefined && data.data.length > 0 && (
          <ul className={classes.list} aria-label={text.title}>
            {data.data.map((finding) => (
              <FindingLine key={finding.id} finding={finding} seen={text.seen(format.ago(finding.last_seen))} />
            ))}
          </ul>
        )}
      </Panel>
    </Page>
  );
}
