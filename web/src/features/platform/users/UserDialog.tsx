import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, doneOf, ifMatch, taggedOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { FormDialog } from '../../../ui/FormDialog';
import { NewestState, type Tagged } from '../../../ui/NewestState';
import { roleChoices } from '../roleName';
import type { User } from './queries';

interface UserDialogProps {
  /** Null creates one. */
  user: User | null;
  onClose: () => void;
  /** A new user needs a link to choose a password with. */
  onCreated: (user: User) => void;
}

const blank = { name: '', email: '', phone: '', role: 'developer' };
const valuesOf = (user: User) => ({ name: user.name, email: user.email ?? '', phone: user.phone ?? '', role: user.role });
const read = (id: number) => taggedOf(api.GET('/api/v1/users/{id}', { params: { path: { id } } }));

export function UserDialog({ user, ...rest }: UserDialogProps) {
  const { users } = useText().people;
  if (user === null) return <UserForm state={null} {...rest} />;
  return (
    <NewestState title={users.edit} onClose={rest.onClose} read={() => read(user.id)}>
      {(state) => <UserForm state={state} {...rest} />}
    </NewestState>
  );
}

function UserForm({ state, onClose, onCreated }: Omit<UserDialogProps, 'user'> & { state: Tagged<User> | null }) {
  const text = useText();
  const { users } = text.people;
  const client = useQueryClient();
  const [tag, setTag] = useState(state?.tag ?? null);
  const required = (value: string) => (value.trim() === '' ? text.problem.reasons.required : null);
  const form = useForm({ initialValues: state === null ? blank : valuesOf(state.value), validate: { name: required, email: required } });

  const loadNewer = async (id: number) => {
    const newer = await read(id);
    form.setValues(valuesOf(newer.value));
    setTag(newer.tag);
  };
  const save = async ({ phone, ...rest }: typeof blank) => {
    const body = { ...rest, phone: phone.trim() === '' ? null : phone };
    if (state === null) onCreated(await dataOf(api.POST('/api/v1/users', { body })));
    else await doneOf(api.PATCH('/api/v1/users/{id}', { params: { path: { id: state.value.id } }, body, headers: ifMatch(tag) }));
    await client.invalidateQueries({ queryKey: ['user'] });
  };

  return (
    <FormDialog
      onClose={onClose}
      title={state === null ? users.create : users.edit}
      action={state === null ? text.common.create : text.common.save}
      form={form}
      onSubmit={save}
      onLoadNewer={state === null ? undefined : () => loadNewer(state.value.id)}
    >
      <TextInput label={text.common.name} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={users.email} type="email" {...form.getInputProps('email')} />
      <TextInput label={`${users.phone} (${text.common.optional})`} type="tel" {...form.getInputProps('phone')} />
      <NativeSelect label={users.role} description={users.roleHint} data={roleChoices(text)} {...form.getInputProps('role')} />
    </FormDialog>
  );
}
