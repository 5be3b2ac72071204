import { useQuery } from '@tanstack/react-query';
import { rangesQuery } from '../queries';
import { inDrawingsOrder } from '../ranges/inDrawingsOrder';

/** The type without a range. */
export const custom = 'custom';

/** Every type that a port can have: those of the ranges, and `custom`. */
export function useTypes(): string[] {
  const { data } = useQuery(rangesQuery(''));
  return [...new Set(inDrawingsOrder(data ?? []).map((range) => range.name)), custom];
}
