import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { base } from '../../../app/base';
import { useText } from '../../../i18n/useText';
import { ShownOnce } from '../../../ui/ShownOnce';
import { useAction } from '../../../ui/useAction';
import type { User } from './queries';

/** Makes a link for choosing a password. Its token is behind the #, where no server and no log sees it. */
export function usePasswordLink(): { link: string | null; make: (user: User) => void; forget: () => void } {
  const act = useAction();
  const [link, setLink] = useState<string | null>(null);
  const make = ({ id }: User) =>
    void act(async () => {
      const made = await dataOf(api.POST('/api/v1/users/{id}/password-link', { params: { path: { id } } }));
      setLink(`${window.location.origin}${base}/choose-password#token=${made.token}`);
    });
  return { link, make, forget: () => setLink(null) };
}

export function PasswordLink({ link, onClose }: { link: string | null; onClose: () => void }) {
  const { users } = useText().people;
  return <ShownOnce value={link} onClose={onClose} title={users.linkTitle} hint={users.linkHint} what={users.link} />;
}
