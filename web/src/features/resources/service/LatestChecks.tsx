import type { components } from '../../../api/schema';
import { useFormat } from '../../../i18n/useFormat';
import { useLocale, useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { EmptyState } from '../../../ui/EmptyState';
import { Panel } from '../../../ui/Panel';
import { StatusMark } from '../../../ui/StatusMark';

type Look = components['schemas']['ReadServiceLookView'];

export function LatestChecks({ checks }: { checks: readonly Look[] }) {
  const { service: text, health } = useText().resources;
  const { language } = useLocale();
  const format = useFormat();
  const short = new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' });
  const columns: Column<Look>[] = [
    { key: 'when', header: text.when, width: '8.5rem', render: (look) => <span title={format.moment(look.checked_at)}>{short.format(new Date(look.checked_at))}</span> },
    { key: 'result', header: text.result, width: '6rem', render: (look) => (look.succeeded ? <StatusMark tone="ok" label={text.ok} /> : <StatusMark mark="empty" tone="bad" label={text.failed} />) },
    { key: 'latency', header: text.latency, width: '5.5rem', align: 'right', render: (look) => (look.latency_ms === null ? health.notAvailable : health.latency(Math.round(look.latency_ms))) },
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
