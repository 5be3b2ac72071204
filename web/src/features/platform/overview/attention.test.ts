import { expect, test } from 'vitest';
import { en } from '../../../i18n/en';
import { formats } from '../../../i18n/useFormat';
import { concernsOf, type Sources } from './attention';
import type { Run } from './queries';

const now = Date.parse('2026-01-31T12:00:00Z');
const nothing: Sources = { runs: [], services: [], alerts: [], jobs: [], secrets: [], drift: null };
const run = (id: number, environment_id: number | null, status: string): Run => ({
  id, environment_id, status, suite_id: 1, suite: 'smoke', environment: environment_id === null ? null : `env-${environment_id}`, base_url: 'http://a.test', triggered_by: 'api', seed: 1,
  total: 20, passed: 18, failed: 2, skipped: 0, errors: 0, flaky: 0, findings_confirmed: 0, started_at: null, finished_at: '2026-01-31T11:00:00Z', duration_ms: 10, message: null, is_cancelled: false,
});
const concerns = (some: Partial<Sources>) => concernsOf({ ...nothing, ...some }, en, formats('en'), now).map((one) => `${one.text}|${one.detail}`);
const secret = (key: string, expires_at: string | null) => ({
  id: 1, key, expires_at, scope: 'global', project_id: null, environment_id: null, version: 1, description: null, is_sensitive: true, owner_id: null, created_at: '', updated_at: '', last_rotated: null,
});

test('nothing that is wrong needs nobody', () => {
  expect(concerns({ runs: [run(1, 1, 'passed')] })).toEqual([]);
});

test('only the newest run of an environment counts', () => {
  expect(concerns({ runs: [run(3, 1, 'passed'), run(2, 2, 'failed'), run(1, 1, 'failed')] })).toEqual(['“smoke” failed in env-2|2 of 20 cases failed']);
});

test('a secret counts two weeks before it expires, and after', () => {
  expect(concerns({ secrets: [secret('late', '2026-02-20T00:00:00Z'), secret('soon', '2026-02-05T00:00:00Z'), secret('gone', '2026-01-01T00:00:00Z'), secret('never', null)] })).toEqual([
    expect.stringContaining('“soon” expires'),
    expect.stringContaining('“gone” has expired'),
  ]);
});

test('ports that drift are counted together', () => {
  const closed = [1, 2].map((port) => ({ port, service_name: null, port_type: 'app', project_id: null, environment_id: null }));
  expect(concerns({ drift: { host: 'localhost', closed, unknown: [], own: [], disagreements: [], is_complete: true } })).toEqual(['2 ports are not as they are written down|']);
});
