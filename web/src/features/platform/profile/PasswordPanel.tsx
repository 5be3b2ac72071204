import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { api, doneOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { Panel } from '../../../ui/Panel';
import { ProblemNote } from '../../../ui/ProblemNote';
import { useSubmit } from '../../../ui/useSubmit';
import { sessionsQuery } from './queries';

export function PasswordPanel() {
  const text = useText();
  const { password } = text.account.profile;
  const client = useQueryClient();
  const required = (value: string) => (value === '' ? text.problem.reasons.required : null);
  const form = useForm({ mode: 'uncontrolled', initialValues: { current_password: '', new_password: '' }, validate: { current_password: required, new_password: required } });
  const { submit, isBusy, problem } = useSubmit(form, async (body) => {
    await doneOf(api.POST('/api/v1/auth/password', { body }));
    form.reset();
    notifications.show({ message: password.done });
    await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  });
  return (
    <Panel title={password.title} description={password.viaProvider}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <PasswordInput label={password.current} autoComplete="current-password" key={form.key('current_password')} {...form.getInputProps('current_password')} />
          <PasswordInput label={password.next} description={text.account.choose.passwordHint} autoComplete="new-password" key={form.key('new_password')} {...form.getInputProps('new_password')} />
          <ProblemNote error={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={isBusy}>
              {password.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
