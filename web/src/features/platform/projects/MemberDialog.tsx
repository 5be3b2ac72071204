import { NativeSelect, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, doneOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { FormDialog } from '../../../ui/FormDialog';
import { roleChoices } from '../roleName';
import { usersQuery } from '../users/queries';

const standard: { user_id: string | null; role: string } = { user_id: null, role: 'developer' };

export function MemberDialog({ project, onClose }: { project: number; onClose: () => void }) {
  const text = useText();
  const { members } = text.people;
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const [sought] = useDebouncedValue(search.trim(), 250);
  const found = useQuery(usersQuery({ search: sought, is_active: true, page: 1 }));
  const form = useForm({ initialValues: standard, validate: { user_id: (value) => (value === null ? text.problem.reasons.required : null) } });
  const choices = (found.data?.data ?? []).map((user) => ({ value: String(user.id), label: user.email === null ? user.name : `${user.name} (${user.email})` }));

  return (
    <FormDialog
      onClose={onClose}
      title={members.add}
      action={text.common.add}
      form={form}
      onSubmit={async ({ user_id, role }) => {
        await doneOf(api.PUT('/api/v1/projects/{project_id}/members/{user_id}', { params: { path: { project_id: project, user_id: Number(user_id) } }, body: { role } }));
        await client.invalidateQueries({ queryKey: ['member', project] });
      }}
    >
      <Select
        label={members.user}
        description={members.userHint}
        data={choices}
        // The server searches; what it found is shown as it is.
        filter={({ options }) => options}
        searchable
        searchValue={search}
        onSearchChange={setSearch}
        nothingFoundMessage={members.nobody}
        data-autofocus
        {...form.getInputProps('user_id')}
      />
      <NativeSelect label={members.role} data={roleChoices(text)} {...form.getInputProps('role')} />
    </FormDialog>
  );
}
