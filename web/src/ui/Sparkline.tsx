interface SparklineProps {
  values: readonly number[];
  /** What it shows, in words and with the numbers that matter. */
  label: string;
  width?: number;
  height?: number;
}

/** A small line without axes; the last value is marked. */
export function Sparkline({ values, label, width = 96, height = 24 }: SparklineProps) {
  if (values.length < 2) return <svg width={width} height={height} role="img" aria-label={label} />;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const x = (index: number) => 2 + (index * (width - 4)) / (values.length - 1);
  const y = (value: number) => height - 3 - ((value - low) * (height - 6)) / span;
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <polyline points={points} fill="none" stroke="var(--al-accent)" strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1) ?? low)} r={2} fill="var(--al-accent)" />
    </svg>
  );
}
