/** The ranges that every installation begins with, as the drawing lists them; it leaves out queue, which comes behind them. */
const drawn = ['app', 'database', 'cache', 'web', 'queue'];

const place = (name: string) => (drawn.includes(name) ? drawn.indexOf(name) : drawn.length);

/** As the drawing lists them, a team's own behind those in the order of their ports. */
export function inDrawingsOrder<T extends { name: string }>(ranges: readonly T[]): T[] {
  return ranges.toSorted((a, b) => place(a.name) - place(b.name));
}
