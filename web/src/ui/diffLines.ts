export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Beyond this many cells a table of common lines costs more than it tells: the middle is then shown as replaced. */
const largestTable = 4_000_000;

/** The lines of two texts, as few of them as possible added and removed. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;

  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  const same = () => lines.push({ kind: 'same', text: a[i] ?? '', before: ++i, after: ++j });
  const removed = () => lines.push({ kind: 'removed', text: a[i] ?? '', before: ++i, after: null });
  const added = () => lines.push({ kind: 'added', text: b[j] ?? '', before: null, after: ++j });

  while (i < start) same();
  const [toA, toB] = [a.length - end, b.length - end];
  const common = commonLengths(a.slice(start, toA), b.slice(start, toB));
  while (i < toA && j < toB) {
    if (a[i] === b[j]) same();
    else if (common(i - start + 1, j - start) >= common(i - start, j - start + 1)) removed();
    else added();
  }
  while (i < toA) removed();
  while (j < toB) added();
  while (i < a.length) same();
  return lines;
}

function linesOf(text: string): string[] {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

/** Length of the longest common part of what is left of both from (i, j) on. */
function commonLengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  if ((a.length + 1) * width > largestTable) return () => 0;
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  return at;
}

/** Long stretches without a difference are folded, except for a few lines around one. */
export function foldSame(lines: readonly DiffLine[], context = 3): (DiffLine | { readonly kind: 'skipped'; readonly count: number })[] {
  const isNear = lines.map((_, index) => lines.slice(Math.max(0, index - context), index + context + 1).some((line) => line.kind !== 'same'));
  const folded: (DiffLine | { kind: 'skipped'; count: number })[] = [];
  lines.forEach((line, index) => {
    const last = folded.at(-1);
    if (isNear[index]) folded.push(line);
    else if (last?.kind === 'skipped') folded[folded.length - 1] = { kind: 'skipped', count: last.count + 1 };
    else folded.push({ kind: 'skipped', count: 1 });
  });
  return folded;
}
