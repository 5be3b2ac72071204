import { useText } from '../../i18n/useText';
import { StatusMark } from '../../ui/StatusMark';

export function Readiness({ status }: { status: string }) {
  const { settings } = useText();
  if (status === 'healthy') return <StatusMark tone="ok" label={settings.healthy} />;
  if (status === 'degraded') return <StatusMark tone="warn" mark="half" label={settings.degraded} />;
  return <StatusMark tone="bad" mark="empty" label={settings.unhealthy} />;
}
