import { Alert, Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, doneOf } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { ProblemNote } from '../../../ui/ProblemNote';
import { useSubmit } from '../../../ui/useSubmit';
import { OpenPage } from './OpenPage';

/** Opened by a link that an admin made: its token is behind the #, where no server and no log sees it, and leaves the address at once. */
export default function ChoosePassword() {
  const text = useText();
  const { choose } = text.account;
  const [token] = useState(takeToken);
  const [isDone, setDone] = useState(false);

  if (token === null) {
    return (
      <OpenPage title={choose.title}>
        <EmptyState icon="link" title={choose.noToken.title} hint={choose.noToken.hint} action={<SignInLink />} />
      </OpenPage>
    );
  }
  if (isDone) {
    return (
      <OpenPage title={choose.title}>
        <Stack>
          <Alert variant="outline" role="status">
            {choose.done}
          </Alert>
          <SignInLink />
        </Stack>
      </OpenPage>
    );
  }
  return (
    <OpenPage title={choose.title} lead={choose.lead}>
      <ChooseForm token={token} onDone={() => setDone(true)} />
    </OpenPage>
  );
}

function ChooseForm({ token, onDone }: { token: string; onDone: () => void }) {
  const text = useText();
  const { choose } = text.account;
  const form = useForm({ mode: 'uncontrolled', initialValues: { new_password: '' }, validate: { new_password: (value) => (value === '' ? text.problem.reasons.required : null) } });
  const { submit, isBusy, problem } = useSubmit(form, async ({ new_password }) => {
    await doneOf(api.POST('/api/v1/auth/password/choose', { body: { token, new_password } }));
    onDone();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <PasswordInput label={choose.password} description={choose.passwordHint} autoComplete="new-password" autoFocus key={form.key('new_password')} {...form.getInputProps('new_password')} />
        <ProblemNote error={problem} />
        {asProblem(problem).is('auth.bad_link') && <SignInLink />}
        <Button type="submit" loading={isBusy}>
          {choose.action}
        </Button>
      </Stack>
    </form>
  );
}

function SignInLink() {
  const { choose } = useText().account;
  return (
    <Anchor component={ConsoleLink} to="/sign-in">
      {choose.signIn}
    </Anchor>
  );
}

function takeToken(): string | null {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (token !== null) window.history.replaceState(window.history.state, '', window.location.pathname);
  return token === '' ? null : token;
}
