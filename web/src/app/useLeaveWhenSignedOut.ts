import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSessionEnded } from '../api/session';

/** When the server no longer knows the session, the sign-in page opens and knows the way back. */
export function useLeaveWhenSignedOut(): void {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(
    () => onSessionEnded(() => void navigate({ to: '/sign-in', search: () => ({ return: router.state.location.href, expired: true }) })),
    [navigate, router],
  );
}
