import classes from './StatusMark.module.css';

/** The marks of the drawings: filled, empty and barred circle, half-filled while something is under way. */
const marks = { full: '●', empty: '○', barred: '⊘', half: '◐' } as const;
export type Tone = 'ok' | 'bad' | 'warn' | 'info' | 'muted';

interface StatusMarkProps {
  mark?: keyof typeof marks;
  tone: Tone;
  label: string;
  /** The word stays for screen readers only. */
  markOnly?: boolean;
}

/** A state as mark, colour and word, so that colour alone never says it. */
export function StatusMark({ mark = 'full', tone, label, markOnly = false }: StatusMarkProps) {
  if (markOnly) {
    return (
      <span className={`${classes.status} ${classes[tone]}`} role="img" aria-label={label} title={label}>
        {marks[mark]}
      </span>
    );
  }
  return (
    <span className={`${classes.status} ${classes[tone]}`}>
      <span aria-hidden>{marks[mark]}</span> {label}
    </span>
  );
}
