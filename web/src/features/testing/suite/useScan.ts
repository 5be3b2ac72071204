import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf } from '../../../api/client';
import type { Schemas } from '../queries';

export type ScanAnswer = Schemas['ScanProjectAnswer'];
export type ScanSource = { kind: 'last' } | { kind: 'archive'; file: File } | { kind: 'folder'; path: string } | { kind: 'openapi'; url: string };

function send(project: number, source: ScanSource) {
  const params = { path: { projectId: project } };
  const address = '/api/v1/projects/{projectId}/components/scan';
  if (source.kind === 'archive') {
    const form = new FormData();
    form.append('archive', source.file);
    // The body is the form itself; the fields of the JSON form are not asked for then.
    return api.POST(address, { params, body: {}, bodySerializer: () => form, headers: { 'Content-Type': null } });
  }
  if (source.kind === 'folder') return api.POST(address, { params, body: { path: source.path } });
  if (source.kind === 'openapi') return api.POST(address, { params, body: { openapi_url: source.url } });
  return api.POST(address, { params });
}

/** Scans a source, or the last one again; counts the seconds while it does. */
export function useScan(project: number) {
  const client = useQueryClient();
  const scan = useMutation({
    mutationFn: (source: ScanSource) => dataOf(send(project, source)),
    onSuccess: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'component' || query.queryKey[0] === 'finding' }),
  });
  const [seconds, setSeconds] = useState(0);
  const { isPending } = scan;
  useEffect(() => {
    if (!isPending) return;
    const start = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - start) / 1000)), 500);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [isPending]);
  return { ...scan, seconds };
}
