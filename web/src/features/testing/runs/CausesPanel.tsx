import { Button, UnstyledButton } from '@mantine/core';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { CopyButton } from '../../../ui/CopyButton';
import { Panel } from '../../../ui/Panel';
import type { Run, Schemas } from '../queries';
import { useReason } from '../useReason';
import classes from './runs.module.css';

interface CausesPanelProps {
  run: Run;
  causes: readonly Schemas['RunCause'][];
  chosen: string | null;
  onChoose: (cause: string | null) => void;
}

/** Failures by their cause, the most frequent first: choosing one shows only its results. */
export function CausesPanel({ run, causes, chosen, onChoose }: CausesPanelProps) {
  const { testing } = useText();
  const text = testing.run;
  const format = useFormat();
  const reason = useReason();
  const failures = run.failed + run.errors;
  return (
    <Panel
      title={text.causes}
      description={text.causesLead(text.failures(failures, format.number(failures)), text.causeCount(causes.length, format.number(causes.length)))}
      flush
      actions={
        chosen !== null && (
          <Button size="compact-sm" variant="subtle" onClick={() => onChoose(null)}>
            {text.cleared}
          </Button>
        )
      }
    >
      <ul className={classes.list} aria-label={text.causes}>
        {causes.map((cause) => (
          <li key={cause.cause_key} className={classes.cause} data-chosen={cause.cause_key === chosen}>
            <span className={classes.times}>{`${format.number(cause.count)} ×`}</span>
            <div className={classes.causeWords}>
              <UnstyledButton className={classes.causeTitle} aria-pressed={cause.cause_key === chosen} onClick={() => onChoose(cause.cause_key === chosen ? null : cause.cause_key)} title={text.showOnly(reason(cause.reason))} fz="sm">
                {reason(cause.reason)}
              </UnstyledButton>
              {cause.message !== null && <div className={classes.message}>{cause.message}</div>}
            </div>
            {cause.curl !== null && <CopyButton value={cause.curl} what={testing.result.curl} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
