import { api, dataOf, doneOf } from '../../../api/client';
import { asProblem } from '../../../api/problem';

export interface Setup {
  token: string;
  name: string;
  email: string;
  new_password: string;
}

/** The token is nobody's, or not an admin's. */
export class TokenRefused extends Error {
  constructor(readonly isKnown: boolean) {
    super('The token was refused.');
  }
}

/** With the admin's token, which stays in this call: (1) whose it is, (2) name and address to sign in with, (3) a password, (4) a session. */
export async function setUpAdmin({ token, name, email, new_password }: Setup): Promise<void> {
  const headers = { Authorization: `Bearer ${token.trim()}` };
  const me = await dataOf(api.GET('/api/v1/auth/me', { headers })).catch((error: unknown) => {
    throw asProblem(error).status === 401 ? new TokenRefused(false) : error;
  });
  if (me.role !== 'admin') throw new TokenRefused(true);
  const params = { path: { id: me.id } };
  await doneOf(api.PATCH('/api/v1/users/{id}', { params, body: { name, email }, headers }));
  const link = await dataOf(api.POST('/api/v1/users/{id}/password-link', { params, headers }));
  await doneOf(api.POST('/api/v1/auth/password/choose', { body: { token: link.token, new_password } }));
  await doneOf(api.POST('/api/v1/auth/login', { body: { email, password: new_password } }));
}
