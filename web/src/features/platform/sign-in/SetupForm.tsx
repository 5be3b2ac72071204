import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useText } from '../../../i18n/useText';
import { ProblemNote } from '../../../ui/ProblemNote';
import { useSubmit } from '../../../ui/useSubmit';
import { setUpAdmin, TokenRefused } from './setUpAdmin';

/** The first admin's way in, and the way back in for one who lost the password: with the token that only who has the machine can read. */
export function SetupForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const text = useText();
  const { setup, choose } = text.account;
  const required = (value: string) => (value.trim() === '' ? text.problem.reasons.required : null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { token: '', name: '', email: '', new_password: '' },
    validate: { token: required, name: required, email: required, new_password: required },
  });
  const { submit, isBusy, problem } = useSubmit(form, async (values) => {
    try {
      await setUpAdmin(values);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      form.setFieldError('token', error.isKnown ? setup.notAdmin : setup.badToken);
      return;
    }
    await onSignedIn();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <PasswordInput label={setup.token} description={setup.tokenHint} autoComplete="off" autoFocus key={form.key('token')} {...form.getInputProps('token')} />
        <TextInput label={setup.name} autoComplete="name" key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput label={setup.email} type="email" autoComplete="username" key={form.key('email')} {...form.getInputProps('email')} />
        <PasswordInput label={setup.password} description={choose.passwordHint} autoComplete="new-password" key={form.key('new_password')} {...form.getInputProps('new_password')} />
        <ProblemNote error={problem} />
        <Button type="submit" loading={isBusy}>
          {setup.action}
        </Button>
      </Stack>
    </form>
  );
}
