import { useText } from '../../../../i18n/useText';
import { StatusMark } from '../../../../ui/StatusMark';

/** The drawing's marks of what the list calls allocated, released and reserved (T004-67). */
export function PortMark({ status }: { status: string }) {
  const { marks } = useText().resources.ports;
  if (status === 'allocated') return <StatusMark mark="full" tone="ok" label={marks.allocated} />;
  if (status === 'reserved') return <StatusMark mark="barred" tone="warn" label={marks.reserved} />;
  return <StatusMark mark="empty" tone="muted" label={marks.released} />;
}
