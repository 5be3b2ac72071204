import type { components } from '../../../api/schema';
import type { Environment } from './queries';

/** As the fields hold it: lists are lines of text. */
export interface Values extends Record<string, unknown> {
  name: string;
  base_url: string;
  docker_host: string;
  /** Empty while nothing is written. */
  port: number | '';
  is_protected: boolean;
  is_self_test: boolean;
  approved_hosts: string;
  variables: string;
}

export const blank: Values = { name: '', base_url: '', docker_host: '', port: '', is_protected: false, is_self_test: false, approved_hosts: '', variables: '' };

export function valuesOf(one: Environment): Values {
  return {
    name: one.name,
    base_url: one.base_url ?? '',
    docker_host: one.docker_host ?? '',
    port: one.port ?? '',
    is_protected: one.is_protected,
    is_self_test: one.is_self_test,
    approved_hosts: one.approved_hosts.join('\n'),
    variables: Object.entries(one.variables)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** @returns null when a line is not NAME=value */
export function parseVariables(text: string): Record<string, string> | null {
  const pairs = linesOf(text).map((line) => /^([^=\s]+)\s*=(.*)$/.exec(line));
  if (pairs.some((pair) => pair === null)) return null;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2]?.trim() ?? '']));
}

export function inputOf(values: Values): components['schemas']['EnvironmentsEnvironmentInput'] {
  return {
    name: values.name.trim(),
    base_url: orNull(values.base_url),
    docker_host: orNull(values.docker_host),
    port: values.port === '' ? null : values.port,
    is_protected: values.is_protected,
    is_self_test: values.is_self_test,
    approved_hosts: linesOf(values.approved_hosts),
    variables: parseVariables(values.variables) ?? {},
  };
}
