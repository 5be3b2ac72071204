import { useText } from '../../i18n/useText';

/** The short words of a stored reason, such as `auth_error`. */
export function useReason(): (reason: string | null) => string {
  const { reasons } = useText().testing;
  return (reason) => Object.entries(reasons).find(([key]) => key === reason)?.[1] ?? reasons.unknown;
}
