import { Badge, Button, Select, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Panel } from '../../../ui/Panel';
import { KindMark } from '../KindMark';
import { type CaseFilter, type Kind, kinds, type Suite } from '../queries';
import { ResultMark } from '../ResultMark';
import { keepProject } from '../search';
import { shownName } from '../shownName';
import classes from '../testing.module.css';
import { type CaseRow, useCaseRows } from './useCaseRows';

const endings = ['passed', 'failed', 'error', 'skipped'] as const;

interface Chosen {
  kind: Kind | null;
  ending: (typeof endings)[number] | null;
}

const all: Chosen = { kind: null, ending: null };

/** S004-TUI-05 to -07: every case of the suite; pages are read as they come into sight. */
export function CasesPanel({ project, suite }: { project: number; suite: Suite }) {
  const { testing } = useText();
  const text = testing.cases;
  const format = useFormat();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [chosen, setChosen] = useState(all);
  const filter: CaseFilter = { ...(q === '' ? {} : { q }), ...(chosen.kind === null ? {} : { kind: chosen.kind }), ...(chosen.ending === null ? {} : { last_status: chosen.ending }) };
  const isFiltered = Object.keys(filter).length > 0;
  const { rows, total, error, retry, onWindow } = useCaseRows(suite.id, filter);
  const columns = useColumns(project);
  const add = (
    <Button component={ConsoleLink} to={`/projects/${project}/tests/suites/${suite.id}/new-case`} variant="default">
      {text.add}
    </Button>
  );
  const clear = () => {
    setTyped('');
    setChosen(all);
  };

  return (
    <Panel title={text.title} description={total === null ? undefined : text.count(total, format.number(total))} flush actions={add}>
      <div className={classes.filters} role="search" aria-label={text.title}>
        <TextInput className={classes.search ?? ''} aria-label={text.search} placeholder={text.search} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} leftSection={<Icon name="search" size={16} />} type="search" />
        <Select
          aria-label={text.type}
          placeholder={text.allTypes}
          clearable
          className={classes.choice ?? ''}
          data={kinds.map((kind) => ({ value: kind, label: testing.kinds[kind] }))}
          value={chosen.kind}
          onChange={(value) => setChosen((old) => ({ ...old, kind: kinds.find((one) => one === value) ?? null }))}
        />
        <Select
          aria-label={text.lastResult}
          placeholder={text.allResults}
          clearable
          className={classes.choice ?? ''}
          data={endings.map((one) => ({ value: one, label: testing.statuses[one] }))}
          value={chosen.ending}
          onChange={(value) => setChosen((old) => ({ ...old, ending: endings.find((one) => one === value) ?? null }))}
        />
      </div>
      {error !== null && total === null && <ErrorState error={error} onRetry={retry} />}
      {error === null && total === null && <LoadingRows rows={8} />}
      {total === 0 && !isFiltered && <EmptyState icon="tests" title={text.empty} hint={text.emptyHint} />}
      {total === 0 && isFiltered && (
        <EmptyState
          icon="search"
          title={text.noMatch}
          hint={text.noMatchHint}
          action={
            <Button variant="default" onClick={clear}>
              {text.clear}
            </Button>
          }
        />
      )}
      {total !== null && total > 0 && (
        <DataTable
          label={text.title}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.index}
          onOpen={(row) => (row.value === null ? undefined : void navigate({ to: `/projects/${project}/tests/cases/${row.value.id}`, search: keepProject }))}
          onWindow={onWindow}
          maxHeight="min(31.5rem, 70vh)"
        />
      )}
    </Panel>
  );
}

function useColumns(project: number): Column<CaseRow>[] {
  const text = useText().testing.cases;
  return [
    { key: 'type', header: text.type, width: 'clamp(3.5rem, 18vw, 9rem)', render: ({ value }) => (value === null ? <Skeleton height={16} width={64} /> : <KindMark kind={value.test_type} />) },
    {
      key: 'name',
      header: text.name,
      render: ({ value }) =>
        value === null ? (
          <Skeleton height={16} width="60%" />
        ) : (
          <>
            <ConsoleLink to={`/projects/${project}/tests/cases/${value.id}`} className={classes.caseName ?? ''} title={value.name} tabIndex={-1}>
              {shownName(value.name, value.test_type)}
            </ConsoleLink>{' '}
            {!value.is_active && <Badge size="xs" variant="default">{text.inactive}</Badge>}
            {value.edited && <Badge size="xs" variant="default">{text.edited}</Badge>}
          </>
        ),
    },
    { key: 'last', header: text.lastResult, width: 'clamp(6.5rem, 26vw, 10rem)', render: ({ value }) => (value === null ? <Skeleton height={16} width={72} /> : <ResultMark status={value.last_result?.status ?? null} />) },
  ];
}
