import { mayIn, useMe } from '../../../api/session';

/** Whether there is anything at all that the user may change: the house's, or some project's. */
export function useMayChangeAny(): boolean {
  const me = useMe();
  return mayIn(me, null, 'developer') || me.projects.some((one) => mayIn(me, one.project_id, 'developer'));
}
