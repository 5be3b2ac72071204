import { Alert, Button, Divider, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ownAddress } from '../../../app/ownAddress';
import { forgetWhatWasRead, readSession, sessionQuery } from '../../../api/session';
import { useText } from '../../../i18n/useText';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingBlock } from '../../../ui/Loading';
import { OpenPage } from './OpenPage';
import { PasswordForm } from './PasswordForm';
import { SetupForm } from './SetupForm';

export default function SignIn() {
  const text = useText();
  const start = useQuery(sessionQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const [usesToken, setUsesToken] = useState<boolean | null>(null);
  const back = ownAddress(search.return);
  const isNobody = start.data?.user === null;
  useEffect(() => {
    if (isNobody) forgetWhatWasRead(client);
  }, [isNobody, client]);

  if (start.isError) {
    return (
      <OpenPage title={text.account.signIn.title}>
        <ErrorState error={start.error} onRetry={() => void start.refetch()} />
      </OpenPage>
    );
  }
  if (start.data === undefined) {
    return (
      <OpenPage title={text.account.signIn.title}>
        <LoadingBlock height={220} />
      </OpenPage>
    );
  }
  if (start.data.user !== null) return <Navigate to={back} replace />;

  const isSetup = usesToken ?? start.data.needs_setup;
  const { setup, signIn } = text.account;
  const signedIn = async () => {
    await readSession(client);
    await navigate({ href: back, replace: true });
  };
  const heading = !isSetup ? { title: signIn.title } : start.data.needs_setup ? { title: setup.title, lead: setup.lead } : { title: setup.titleAgain, lead: setup.leadAgain };

  return (
    <OpenPage {...heading}>
      <Stack>
        {search.expired === true && !isSetup && <Alert variant="outline">{signIn.expired}</Alert>}
        {isSetup ? <SetupForm onSignedIn={signedIn} /> : <PasswordForm onSignedIn={signedIn} />}
        {start.data.has_provider && !isSetup && (
          <>
            <Divider label={signIn.or} />
            <Button component="a" href="/api/v1/auth/oidc/start" variant="default">
              {signIn.withProvider}
            </Button>
          </>
        )}
        <Button variant="subtle" size="xs" onClick={() => setUsesToken(!isSetup)}>
          {isSetup ? signIn.withPassword : signIn.withToken}
        </Button>
      </Stack>
    </OpenPage>
  );
}
