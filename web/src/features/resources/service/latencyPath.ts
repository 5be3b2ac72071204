export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The line through latencies from the oldest to the newest, in parts: a check that failed interrupts it. */
export function latencyParts(latencies: readonly (number | null)[], width: number, height: number): { parts: Point[][]; top: number } {
  const most = Math.max(...latencies.map((one) => one ?? 0), 1);
  const step = 10 ** Math.floor(Math.log10(most));
  const top = Math.ceil(most / step) * step;
  const parts: Point[][] = [[]];
  latencies.forEach((one, index) => {
    if (one === null) parts.push([]);
    else parts.at(-1)?.push({ x: latencies.length < 2 ? 0 : (index * width) / (latencies.length - 1), y: height - (one / top) * height });
  });
  return { parts: parts.filter((part) => part.length > 0), top };
}
