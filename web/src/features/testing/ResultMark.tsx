import { useText } from '../../i18n/useText';
import { StatusMark, type Tone } from '../../ui/StatusMark';

type Mark = 'full' | 'empty' | 'barred' | 'half';
const looks = {
  passed: ['full', 'ok'],
  failed: ['empty', 'bad'],
  error: ['empty', 'bad'],
  skipped: ['barred', 'muted'],
  running: ['half', 'info'],
  pending: ['half', 'muted'],
  cancelled: ['barred', 'warn'],
} as const satisfies Record<string, readonly [Mark, Tone]>;

function isKnown(status: string): status is keyof typeof looks {
  return status in looks;
}

/** How a case or a run ended: `● Passed`, `○ Failed`. */
export function ResultMark({ status }: { status: string | null }) {
  const { testing } = useText();
  if (status === null || !isKnown(status)) return <StatusMark mark="empty" tone="muted" label={status ?? testing.statuses.none} />;
  const [mark, tone] = looks[status];
  return <StatusMark mark={mark} tone={tone} label={testing.statuses[status]} />;
}
