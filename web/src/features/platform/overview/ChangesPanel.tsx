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
import { type AuditRow, auditQuery } from './queries';

const most = 10;

/** That people come and go is in the audit log; here it would hide what they did. */
const isOfInterest = (row: AuditRow) => !row.action.startsWith('session.');

/** The newest of the audit log; nothing for who may not read it. */
export function ChangesPanel({ project }: { project: number | null }) {
  const { changes } = useText().overview;
  const format = useFormat();
  const now = useNow();
  const me = useMe();
  const mayRead = project === null ? me.role === 'admin' : mayIn(me, project, 'admin');
  const query = useQuery({ ...auditQuery(project), enabled: mayRead });
  if (!mayRead) return null;
  const subjects: Readonly<Record<string, string | undefined>> = changes.subjects;
  const verbs: Readonly<Record<string, string | undefined>> = changes.verbs;
  const say = ({ action, subject_id }: AuditRow) => {
    const verb = action.slice(action.indexOf('.') + 1);
    const subject = action.slice(0, action.indexOf('.'));
    return `${subjects[subject] ?? subject} ${subject_id ?? ''}: ${verbs[verb] ?? verb.replaceAll('_', ' ')}`.replace(' :', ':');
  };
  return (
    <Panel title={changes.title} flush>
      <PanelState query={query} rows={6}>
        {(rows) =>
          rows.filter(isOfInterest).length === 0 ? (
            <EmptyState icon="audit" {...changes.empty} />
          ) : (
            <ul className={classes.list}>
              {rows.filter(isOfInterest).slice(0, most).map((row) => (
                <li key={row.id} className={classes.item}>
                  <div className={classes.words}>
                    {say(row)}
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
