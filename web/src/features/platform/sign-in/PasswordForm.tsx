import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, doneOf } from '../../../api/client';
import { asProblem, explain } from '../../../api/problem';
import { useText } from '../../../i18n/useText';
import { useSubmit } from '../../../ui/useSubmit';

export function PasswordForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const text = useText();
  const { signIn } = text.account;
  const { reasons } = text.problem;
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: (value) => (value.trim() === '' ? reasons.required : null), password: (value) => (value === '' ? reasons.required : null) },
  });
  const { submit, isBusy, problem } = useSubmit(form, async (body) => {
    await doneOf(api.POST('/api/v1/auth/login', { body }));
    await onSignedIn();
  });
  const why = asProblem(problem);
  const hint = why.status === 401 ? reasons['auth.wrong_credentials'] : explain(problem, text).hint;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {problem !== null && (
          <Alert color="danger" variant="outline" title={signIn.refused} role="alert">
            {hint}
          </Alert>
        )}
        <TextInput label={signIn.email} type="email" autoComplete="username" autoFocus key={form.key('email')} {...form.getInputProps('email')} />
        <PasswordInput label={signIn.password} autoComplete="current-password" key={form.key('password')} {...form.getInputProps('password')} />
        <Button type="submit" loading={isBusy}>
          {signIn.action}
        </Button>
        <Text size="xs" c="dimmed">
          {signIn.forgotten}
        </Text>
      </Stack>
    </form>
  );
}
