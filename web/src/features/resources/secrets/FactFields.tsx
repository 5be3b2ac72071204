import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '../../../api/session';
import { useText } from '../../../i18n/useText';
import { membersOf, type Secret } from './queries';

/** What is known of a secret beside its value. */
export interface Facts {
  description: string;
  is_sensitive: boolean;
  /** A day, as the browser's field has it. */
  expires_at: string;
  owner_id: string;
}

export const noFacts: Facts = { description: '', is_sensitive: true, expires_at: '', owner_id: '' };

export const factsFrom = (secret: Secret): Facts => ({
  description: secret.description ?? '',
  is_sensitive: secret.is_sensitive,
  expires_at: secret.expires_at?.slice(0, 10) ?? '',
  owner_id: secret.owner_id === null ? '' : String(secret.owner_id),
});

/** As the API takes them; null clears. */
export const factsOf = (values: Facts) => ({
  description: values.description.trim() === '' ? null : values.description.trim(),
  is_sensitive: values.is_sensitive,
  expires_at: values.expires_at === '' ? null : new Date(`${values.expires_at}T00:00:00Z`).toISOString(),
  owner_id: values.owner_id === '' ? null : Number(values.owner_id),
});

interface FactFieldsProps {
  project: number | null;
  values: Facts;
  errors: Partial<Record<string, ReactNode>>;
  onChange: (values: Partial<Facts>) => void;
}

export function FactFields({ project, values, errors, onChange }: FactFieldsProps) {
  const { common, secrets } = useText();
  const { form: text } = secrets;
  const me = useMe();
  const { data: members } = useQuery(membersOf(project));
  const owners = new Map([[String(me.id), me.name], ...(members ?? []).map((one): [string, string] => [String(one.user_id), one.name])]);
  if (values.owner_id !== '' && !owners.has(values.owner_id)) owners.set(values.owner_id, text.user(values.owner_id));
  return (
    <>
      <TextInput label={`${text.description} (${common.optional})`} maxLength={500} value={values.description} onChange={(event) => onChange({ description: event.currentTarget.value })} error={errors.description} />
      <Switch label={text.sensitive} description={text.sensitiveHint} checked={values.is_sensitive} onChange={(event) => onChange({ is_sensitive: event.currentTarget.checked })} />
      <TextInput type="date" label={`${text.expires} (${common.optional})`} description={text.expiresHint} value={values.expires_at} onChange={(event) => onChange({ expires_at: event.currentTarget.value })} error={errors.expires_at} />
      <NativeSelect
        label={text.owner}
        description={text.ownerHint}
        value={values.owner_id}
        onChange={(event) => onChange({ owner_id: event.currentTarget.value })}
        error={errors.owner_id}
        data={[{ value: '', label: text.nobody }, ...[...owners].map(([value, label]) => ({ value, label }))]}
      />
    </>
  );
}
