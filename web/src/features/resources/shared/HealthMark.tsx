import { useText } from '../../../i18n/useText';
import { StatusMark, type Tone } from '../../../ui/StatusMark';

const tones: Record<string, Tone> = { healthy: 'ok', degraded: 'warn', unhealthy: 'bad', unknown: 'muted' };

/** Filled while the service answers, empty while it does not or was never asked. */
export function HealthMark({ status, markOnly = false }: { status: string; markOnly?: boolean }) {
  const states: Readonly<Record<string, string>> = useText().resources.health.states;
  return <StatusMark mark={status === 'healthy' || status === 'degraded' ? 'full' : 'empty'} tone={tones[status] ?? 'muted'} label={states[status] ?? status} markOnly={markOnly} />;
}
