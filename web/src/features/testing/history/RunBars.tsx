import { ConsoleLink } from '../../../app/ConsoleLink';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { Panel } from '../../../ui/Panel';
import { environmentName } from '../environmentName';
import type { Run } from '../queries';
import classes from './history.module.css';

/** A bar a run, the oldest at the left: what passed below, what failed above. Each leads to its run. */
export function RunBars({ runs }: { runs: readonly Run[] }) {
  const { testing } = useText();
  const format = useFormat();
  const highest = Math.max(1, ...runs.map((run) => run.total));
  return (
    <Panel title={testing.history.runs}>
      <ul className={classes.bars} aria-label={testing.history.chart(format.number(runs.length))}>
        {runs.map((run) => {
          const bad = run.failed + run.errors;
          const words = [testing.runs.run(String(run.id)), environmentName(run.environment ?? ''), testing.runs.passedOf(format.number(run.passed), format.number(run.total)), testing.runs.failedCount(bad, format.number(bad))].join(', ');
          const share = (part: number) => ({ height: `${(100 * part) / highest}%` });
          return (
            <li key={run.id} className={classes.bar}>
              <ConsoleLink to={`/runs/${run.id}`} className={classes.link ?? ''} aria-label={words} title={words}>
                {bad > 0 && <span className={classes.failed} style={share(bad)} />}
                {run.skipped > 0 && <span className={classes.skipped} style={share(run.skipped)} />}
                <span className={classes.passed} style={share(run.passed)} />
              </ConsoleLink>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
