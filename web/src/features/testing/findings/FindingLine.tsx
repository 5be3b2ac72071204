import { useText } from '../../../i18n/useText';
import { StatusMark, type Tone } from '../../../ui/StatusMark';
import type { Schemas } from '../queries';
import classes from './findings.module.css';

export const severities = ['error', 'warning', 'info'] as const;
const tones: Record<(typeof severities)[number], Tone> = { error: 'bad', warning: 'warn', info: 'info' };

export function FindingLine({ finding, seen }: { finding: Schemas['FindingView']; seen: string }) {
  const text = useText().testing.findings;
  const severity = severities.find((one) => one === finding.severity) ?? 'info';
  return (
    <li className={classes.finding}>
      <div className={classes.severity}>
        <StatusMark tone={tones[severity]} label={text.severities[severity]} />
      </div>
      <div className={classes.words}>
        <div className={classes.message}>{finding.message}</div>
        {finding.hint !== null && <div className={classes.hint}>{finding.hint}</div>}
        <div className={classes.place}>
          <span className={classes.file}>{`${finding.file_path}:${finding.line}`}</span>
          <span className={classes.code}>{finding.code}</span>
          <span>{seen}</span>
        </div>
      </div>
      <div className={classes.state}>
        {finding.confirmed === null ? <StatusMark mark="empty" tone="muted" label={text.untested} /> : <StatusMark mark={finding.confirmed ? 'full' : 'barred'} tone={finding.confirmed ? 'bad' : 'ok'} label={finding.confirmed ? text.confirmed : text.refuted} />}
      </div>
    </li>
  );
}
