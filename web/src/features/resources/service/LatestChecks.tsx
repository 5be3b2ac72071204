import type { components } from '../../../api/schema';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { Panel } from '../../../ui/Panel';
import { StatusMark } from '../../../ui/StatusMark';

type Look = components['schemas']['ReadServiceLookView'];

export function LatestChecks({ checks }: { checks: readonly Look[] }) {
  const { service: text, health } = useText().resources;
  const format = useFormat();
  const columns: Column<Look>[] = [
    { key: 'when', header: text.when, width: '11rem', render: (look) => format.moment(look.checked_at) },
    { key: 'result', header: text.result, width: '6.5rem', render: (look) => (look.succeeded ? <StatusMark tone="ok" label={text.ok} /> : <StatusMark mark="empty" tone="bad" label={text.failed} />) },
    { key: 'latency', header: text.latency, width: '6rem', align: 'right', render: (look) => (look.latency_ms === null ? health.notAvailable : health.latency(Math.round(look.latency_ms))) },
    { key: 'error', header: text.error, wideOnly: true, render: (look) => look.error },
  ];
  return (
    <Panel title={text.checksTitle} flush>
      {checks.length === 0 ? (
        <EmptyState icon="clock" title={text.noChecks} hint={health.emptyHint} />
      ) : (
        <DataTable label={text.checksTitle} columns={columns} rows={checks} rowKey={(look) => look.checked_at} maxHeight="24rem" rowHeight={36} />
      )}
    </Panel>
  );
}
