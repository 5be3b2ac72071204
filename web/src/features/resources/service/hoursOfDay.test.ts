import { expect, test } from 'vitest';
import { hoursOfDay } from './hoursOfDay';

test('a day has 24 hours, each with its state, also those without a look', () => {
  const day = hoursOfDay(
    [
      { start: '2026-05-01T11:00:00Z', looks: 4, good: 4 },
      { start: '2026-05-01T10:00:00Z', looks: 4, good: 1 },
      { start: '2026-05-01T09:00:00Z', looks: 4, good: 0 },
    ],
    Date.parse('2026-05-01T11:20:00Z'),
  );
  expect(day).toHaveLength(24);
  expect(day.slice(-4).map((hour) => hour.state)).toEqual(['none', 'bad', 'partly', 'ok']);
});
