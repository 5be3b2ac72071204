import { Progress, Text } from '@mantine/core';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { Panel } from '../../../ui/Panel';
import type { Run } from '../queries';
import classes from './runs.module.css';

const parts = ['passed', 'failed', 'errors', 'skipped'] as const;
const colors = { passed: 'var(--al-ok)', failed: 'var(--al-bad)', errors: 'var(--al-warn)', skipped: 'var(--mantine-color-dimmed)' };

/** How far the run is, and how it looks so far. */
export function RunProgress({ run }: { run: Run }) {
  const { testing } = useText();
  const format = useFormat();
  const done = run.passed + run.failed + run.errors + run.skipped;
  const share = (part: number) => (run.total === 0 ? 0 : (100 * part) / run.total);
  const words = testing.run.done(format.number(done), format.number(run.total));
  const names = { passed: testing.statuses.passed, failed: testing.statuses.failed, errors: testing.statuses.error, skipped: testing.statuses.skipped };
  return (
    <Panel>
      <div className={classes.progress} role="progressbar" aria-label={testing.run.progress} aria-valuemin={0} aria-valuemax={run.total} aria-valuenow={Math.min(done, run.total)} aria-valuetext={words}>
        <Progress.Root size={10} aria-hidden>
          {parts.map((part) => (
            <Progress.Section key={part} value={share(run[part])} color={colors[part]} withAria={false} />
          ))}
        </Progress.Root>
      </div>
      <div className={classes.counters}>
        <Text size="sm" fw={600}>
          {words}
        </Text>
        <dl className={classes.numbers}>
          {parts.map((part) => (
            <div key={part} className={classes.number}>
              <dt>
                <span className={classes.dot} style={{ background: colors[part] }} aria-hidden />
                {names[part]}
              </dt>
              <dd>{format.number(run[part])}</dd>
            </div>
          ))}
          {run.flaky > 0 && (
            <div className={classes.number}>
              <dt>{testing.run.flaky}</dt>
              <dd>{format.number(run.flaky)}</dd>
            </div>
          )}
        </dl>
      </div>
    </Panel>
  );
}
