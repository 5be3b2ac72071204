import { Button, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../../../api/problem';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Pager } from '../../../ui/Pager';
import { Panel } from '../../../ui/Panel';
import { ProblemNote } from '../../../ui/ProblemNote';
import { componentsQuery, componentTotalsQuery, type Schemas } from '../queries';
import classes from '../testing.module.css';
import { GenerateDialog } from './GenerateDialog';
import { ScanDialog } from './ScanDialog';
import { type ScanAnswer, useScan } from './useScan';

interface ComponentsPanelProps {
  project: number;
  suiteName: string | null;
  onGenerated: (suite: number) => void;
}

/** S004-TUI-02 to -04. */
export function ComponentsPanel({ project, suiteName, onGenerated }: ComponentsPanelProps) {
  const text = useText().testing.components;
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQuery(componentsQuery(project, page));
  const [isScanning, setScanning] = useState<'again' | 'other' | null>(null);
  const [isGenerating, setGenerating] = useState(false);
  const scan = useScan(project);
  const rescan = () =>
    scan.mutate(
      { kind: 'last' },
      {
        onError: (problem) => {
          if (!asProblem(problem).is('scan_source_required')) return;
          scan.reset();
          setScanning(data?.data.length === 0 ? 'other' : 'again');
        },
      },
    );

  return (
    <Panel
      title={text.title}
      flush
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => setScanning('other')} disabled={scan.isPending}>
          {text.scanFrom}
        </Button>
      }
    >
      {data === undefined && error === null && <LoadingRows rows={4} height={40} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.data.length === 0 && <EmptyState icon="file" title={text.empty} hint={text.emptyHint} />}
      {data !== undefined && data.data.length > 0 && (
        <ul className={classes.list} aria-label={text.title}>
          {data.data.map((component) => (
            <ComponentLine key={component.id} component={component} />
          ))}
        </ul>
      )}
      {data?.meta != null && data.meta.total_pages > 1 && (
        <div className={classes.foot}>
          <span />
          <Pager meta={data.meta} onPage={setPage} />
        </div>
      )}
      {scan.isPending && <Scanning seconds={scan.seconds} />}
      {scan.error !== null && (
        <div className={classes.foot}>
          <ProblemNote error={scan.error} />
        </div>
      )}
      <div className={classes.foot}>
        <div>
          <Totals project={project} />
          {scan.data !== undefined && <ScanDone answer={scan.data} />}
        </div>
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Button variant="default" leftSection={<Icon name="refresh" size={16} />} onClick={rescan} loading={scan.isPending}>
            {text.rescan}
          </Button>
          <Button variant="default" leftSection={<Icon name="tests" size={16} />} onClick={() => setGenerating(true)} disabled={data === undefined || data.data.length === 0}>
            {text.generate}
          </Button>
        </div>
      </div>
      {isScanning !== null && <ScanDialog project={project} isAgain={isScanning === 'again'} onClose={() => setScanning(null)} />}
      {isGenerating && <GenerateDialog project={project} suiteName={suiteName} onClose={() => setGenerating(false)} onGenerated={onGenerated} />}
    </Panel>
  );
}

function ComponentLine({ component }: { component: Schemas['ComponentView'] }) {
  const text = useText().testing.components;
  const format = useFormat();
  const { actions, forms, queries } = component;
  const counts = [text.actions(actions.length, format.number(actions.length)), text.forms(forms.length, format.number(forms.length)), text.queries(queries.length, format.number(queries.length))];
  return (
    <li className={classes.component}>
      <Icon name="file" size={16} />
      <span className={classes.path} title={component.file_path}>
        {component.file_path}
      </span>
      <span className={classes.counts}>{counts.join(', ')}</span>
    </li>
  );
}

function Totals({ project }: { project: number }) {
  const text = useText().testing.components;
  const format = useFormat();
  const { data } = useQuery(componentTotalsQuery(project));
  if (data === undefined) return null;
  const part = (say: (number: number, shown: string) => string, number: number) => say(number, format.number(number));
  return (
    <Text className={classes.total} component="p">
      {text.total([part(text.components, data.total_components), part(text.actions, data.total_actions), part(text.forms, data.total_forms), part(text.queries, data.total_queries)])}
    </Text>
  );
}

function Scanning({ seconds }: { seconds: number }) {
  const { components } = useText().testing;
  const format = useFormat();
  const label = components.scanning(format.number(seconds));
  return (
    <div className={classes.foot} role="status">
      <Text size="sm">{label}</Text>
      <Progress value={100} striped animated aria-label={label} style={{ flex: '1 1 12rem' }} />
    </div>
  );
}

export function ScanDone({ answer }: { answer: ScanAnswer }) {
  const text = useText().testing.components;
  const format = useFormat();
  const part = (say: (number: number, shown: string) => string, number: number) => say(number, format.number(number));
  const changed = answer.stats.total_components - answer.unchanged;
  return (
    <Text size="sm" c="dimmed" role="status">
      {text.scanned([part(text.changed, changed), part(text.unchanged, answer.unchanged), part(text.removed, answer.removed.length), part(text.findings, answer.findings_total)])}
    </Text>
  );
}
