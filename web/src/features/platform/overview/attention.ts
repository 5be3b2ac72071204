import type { components } from '../../../api/schema';
import type { Texts } from '../../../i18n/en';
import type { formats } from '../../../i18n/useFormat';
import { latestByEnvironment } from './latestByEnvironment';
import type { Run, Service } from './queries';

export interface Concern {
  key: string;
  kind: keyof Texts['overview']['attention']['kinds'];
  tone: 'bad' | 'warn';
  text: string;
  detail: string;
  /** When it began; null where that is not known. */
  since: string | null;
}

export interface Sources {
  runs: readonly Run[];
  services: readonly Service[];
  alerts: readonly components['schemas']['AlertsAlertView'][];
  jobs: readonly components['schemas']['JobView'][];
  secrets: readonly components['schemas']['SecretView'][];
  drift: components['schemas']['PortDriftResponse'] | null;
}

const soon = 14 * 86_400_000;

/** Everything that somebody should look at, the worst first. */
export function concernsOf(sources: Sources, text: Texts, format: ReturnType<typeof formats>, now: number): Concern[] {
  const { attention, runs: say } = text.overview;
  const concerns: Concern[] = [];
  for (const alert of sources.alerts) {
    concerns.push({ key: `alert-${alert.id}`, kind: 'alert', tone: 'bad', text: alert.mensagem, detail: '', since: alert.since });
  }
  for (const run of latestByEnvironment(sources.runs)) {
    if (run.status !== 'failed' && run.status !== 'error') continue;
    const detail = run.status === 'error' ? (run.message ?? attention.runError) : attention.runDetail(format.number(run.failed + run.errors), format.number(run.total));
    concerns.push({ key: `run-${run.id}`, kind: 'run', tone: 'bad', text: attention.run(run.suite, run.environment ?? say.ofAddress), detail, since: run.finished_at });
  }
  for (const service of sources.services) {
    if (service.health_status !== 'unhealthy') continue;
    concerns.push({ key: `service-${service.id}`, kind: 'service', tone: 'bad', text: attention.service(service.name), detail: service.reason ?? '', since: service.status_since });
  }
  for (const job of sources.jobs) {
    concerns.push({ key: `job-${job.id}`, kind: 'job', tone: 'bad', text: attention.job(job.type), detail: job.error ?? attention.jobDetail(format.number(job.attempts)), since: job.finished_at });
  }
  for (const { id, key, expires_at } of sources.secrets) {
    if (expires_at === null || Date.parse(expires_at) - now > soon) continue;
    const isGone = Date.parse(expires_at) <= now;
    concerns.push({ key: `secret-${id}`, kind: 'secret', tone: isGone ? 'bad' : 'warn', text: isGone ? attention.secretGone(key) : attention.secret(key), detail: format.date(expires_at), since: null });
  }
  const drifting = sources.drift === null ? 0 : sources.drift.closed.length + sources.drift.disagreements.length;
  if (drifting > 0) concerns.push({ key: 'drift', kind: 'drift', tone: 'warn', text: attention.drift(format.number(drifting)), detail: '', since: null });
  return concerns;
}
