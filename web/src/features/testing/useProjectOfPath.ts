import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useProject } from '../../app/useProject';

/**
 * The project whose page this is. The address's path decides which project is chosen; who then chooses another one at the top of the page is
 * brought to that one's page.
 */
export function useProjectOfPath(page: string): number {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const project = Number(params.projectId);
  const chosen = typeof search.project === 'number' ? search.project : null;
  const { choose } = useProject();
  const navigate = useNavigate();
  const agreed = useRef<number | null>(null);

  useEffect(() => {
    if (chosen === project) {
      agreed.current = project;
    } else if (agreed.current === project) {
      agreed.current = null;
      void navigate(chosen === null ? { to: `/${page}`, search: () => ({}) } : { to: `/projects/${chosen}/${page}`, search: () => ({ project: chosen }) });
    } else {
      choose(project);
    }
  }, [chosen, project, page, choose, navigate]);

  return project;
}
