import { useQuery } from '@tanstack/react-query';
import { mayIn, useMe } from '../../../api/session';
import { projectsQuery, useProject } from '../../../app/useProject';

/** What a new thing's project begins with: the chosen one, else none where the user may, else the first of the user's own. */
export function useFirstScope(): string {
  const me = useMe();
  const { project } = useProject();
  const { data } = useQuery(projectsQuery);
  if (project !== null && mayIn(me, project, 'developer')) return String(project);
  if (mayIn(me, null, 'developer')) return '';
  return String(data?.find((one) => mayIn(me, one.id, 'developer'))?.id ?? '');
}
