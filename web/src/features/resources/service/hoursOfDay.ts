interface Hour {
  readonly start: string;
  readonly looks: number;
  readonly good: number;
}

const hour = 3_600_000;

/** All of the last 24 hours, the oldest first, also those in which nobody looked. */
export function hoursOfDay(hours: readonly Hour[], now: number): { start: number; looks: number; good: number; state: 'ok' | 'partly' | 'bad' | 'none' }[] {
  const known = new Map(hours.map((one) => [Date.parse(one.start), one]));
  const current = Math.floor(now / hour) * hour;
  return Array.from({ length: 24 }, (_, index) => {
    const start = current - (23 - index) * hour;
    const { looks, good } = known.get(start) ?? { looks: 0, good: 0 };
    return { start, looks, good, state: looks === 0 ? 'none' : good === looks ? 'ok' : good === 0 ? 'bad' : 'partly' };
  });
}
