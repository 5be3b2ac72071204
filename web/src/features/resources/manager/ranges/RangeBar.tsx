import { useText } from '../../../../i18n/useText';
import classes from './RangesPanel.module.css';
import { rangeShare } from './rangeShare';

const ten = Array.from({ length: 10 }, (_, cell) => cell);

export function RangeBar({ name, free, size }: { name: string; free: number; size: number }) {
  const text = useText().resources.ranges;
  const { percent, cells } = rangeShare(free, size);
  return (
    <span className={classes.share}>
      <span className={classes.bar} role="meter" aria-label={name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={text.available(percent)}>
        {ten.map((cell) => (
          <span key={cell} className={cell < cells ? classes.full : classes.empty} data-full={cell < cells} />
        ))}
      </span>
      <span className={classes.percent}>{text.available(percent)}</span>
    </span>
  );
}
