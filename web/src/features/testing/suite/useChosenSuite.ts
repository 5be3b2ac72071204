import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Suite } from '../queries';

/** Under which name suites are generated when nobody says another one. */
export const generatedSuite = 'Auto Suite';

/** The suite that the address names, else the generated one, else the first. */
export function useChosenSuite(suites: readonly Suite[] | undefined): { suite: Suite | undefined; choose: (suite: number) => void } {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = useCallback((suite: number) => void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, suite }), replace: true }), [navigate]);
  const suite = suites?.find((one) => one.id === Number(search.suite)) ?? suites?.find((one) => one.name === generatedSuite) ?? suites?.[0];
  return { suite, choose };
}
