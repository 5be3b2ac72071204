import { Link } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

interface ConsoleLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** Below `/console`, such as `/projects/3`. */
  to: string;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link inside the console that keeps the chosen project in the address. */
export function ConsoleLink({ to, ref, ...rest }: ConsoleLinkProps) {
  return <Link to={to} search={(old: Record<string, unknown>) => ('project' in old ? { project: old.project } : {})} activeOptions={{ exact: true }} ref={ref} {...rest} />;
}
