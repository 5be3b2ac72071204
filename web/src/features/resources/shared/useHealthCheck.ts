import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { explain } from '../../../api/problem';
import { useText } from '../../../i18n/useText';

/** As many at once: one that hangs for its five seconds does not hold up the others. */
const atOnce = 4;

export interface Checkable {
  readonly name: string;
  readonly project_id: number | null;
}

/** Looks at services now, name by name, so that there is progress to be seen. */
export function useHealthCheck() {
  const text = useText();
  const client = useQueryClient();
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);

  const run = async (services: readonly Checkable[]) => {
    const waiting = [...new Map(services.map((one) => [`${one.project_id} ${one.name}`, one])).values()];
    const of = waiting.length;
    const states: string[] = [];
    let done = 0;
    setProgress({ done, of });
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const query = { name: next.name, ...(next.project_id !== null && { project_id: next.project_id }) };
        const found = await dataOf(api.POST('/api/v1/resources/services/health-check', { params: { query } }));
        states.push(...Object.values(found).map((one) => one.status));
        setProgress({ done: ++done, of });
      }
    };
    try {
      await Promise.all(Array.from({ length: Math.min(atOnce, of) }, work));
      notifications.show({ message: text.resources.health.runDone(states.filter((state) => state === 'healthy').length, states.length) });
    } catch (error) {
      const { title, hint } = explain(error, text);
      notifications.show({ title, message: hint, color: 'danger', autoClose: 10_000, role: 'alert' });
    } finally {
      await client.invalidateQueries({ queryKey: ['service'] });
      setProgress(null);
    }
  };
  return { run, progress };
}
