import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { mayIn, useMe } from '../../../api/session';
import { useNow } from '../../../app/useNow';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { Panel } from '../../../ui/Panel';
import classes from './Overview.module.css';
import { PanelState } from './PanelState';
import { auditQuery } from './queries';

/** The newest of the audit log; nothing for who may not read it. */
export function ChangesPanel({ project }: { project: number | null }) {
  const { changes } = useText().overview;
  const format = useFormat();
  const now = useNow();
  const me = useMe();
  const mayRead = project === null ? me.role === 'admin' : mayIn(me, project, 'admin');
  const query = useQuery({ ...auditQuery(project), enabled: mayRead });
  if (!mayRead) return null;
  return (
    <Panel title={changes.title} flush>
      <PanelState query={query} rows={6}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="audit" {...changes.empty} />
          ) : (
            <ul className={classes.list}>
              {rows.map((row) => (
                <li key={row.id} className={classes.item}>
                  <div className={classes.words}>
                    <code>{row.action}</code> {row.subject_type} {row.subject_id}
                    <Text size="xs" c="dimmed">
                      {changes.by(row.actor)}
                    </Text>
                  </div>
                  <time className={classes.when} dateTime={row.at} title={format.moment(row.at)}>
                    {format.ago(row.at, now)}
                  </time>
                </li>
              ))}
            </ul>
          )
        }
      </PanelState>
    </Panel>
  );
}
