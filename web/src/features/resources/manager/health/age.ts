const steps = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
] as const;

/** As the drawing says it: `30s`, `5m`, `2h`, `3d`. */
export function age(seconds: number): { unit: 's' | 'm' | 'h' | 'd'; count: number } {
  const whole = Math.max(0, Math.floor(seconds));
  for (const [unit, size] of steps) if (whole >= size) return { unit, count: Math.floor(whole / size) };
  return { unit: 's', count: whole };
}
