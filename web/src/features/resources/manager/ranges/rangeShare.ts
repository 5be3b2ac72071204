/** How the bar shows a range: whole percent that are free, and of ten cells one for each full ten percent (S004-UI-06). */
export function rangeShare(free: number, size: number): { percent: number; cells: number } {
  // Downwards: only a range without any port in use is 100 % free.
  const percent = size === 0 ? 0 : Math.max(0, Math.min(100, Math.floor((100 * free) / size)));
  return { percent, cells: Math.floor(percent / 10) };
}
