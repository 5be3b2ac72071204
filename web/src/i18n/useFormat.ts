import { useMemo } from 'react';
import { useLocale } from './useText';

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** Dates, times and numbers as the user's language writes them. */
export function formats(language: string) {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  return {
    date: (iso: string) => date.format(new Date(iso)),
    moment: (iso: string) => moment.format(new Date(iso)),
    number: (value: number) => number.format(value),
    /** @param share from 0 to 1 */
    percent: (share: number) => percent.format(share),
    milliseconds: (ms: number) => (ms < 1000 ? `${number.format(Math.round(ms))} ms` : `${number.format(Math.round(ms / 10) / 100)} s`),
    ago: (iso: string, now = Date.now()) => {
      const seconds = (Date.parse(iso) - now) / 1000;
      const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
      return relative.format(Math.trunc(seconds / size), unit);
    },
  };
}

export function useFormat() {
  const { language } = useLocale();
  return useMemo(() => formats(language), [language]);
}
