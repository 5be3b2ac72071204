import { ActionIcon, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isHouseAdmin, useMe } from '../../../../api/session';
import { useFormat } from '../../../../i18n/useFormat';
import { useText } from '../../../../i18n/useText';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { Icon } from '../../../../ui/icons';
import { LoadingRows } from '../../../../ui/Loading';
import { Panel } from '../../../../ui/Panel';
import { everyHost, type Range, rangesQuery } from '../queries';
import { inDrawingsOrder } from './inDrawingsOrder';
import { RangeBar } from './RangeBar';
import { RangeForm } from './RangeForm';
import classes from './RangesPanel.module.css';

/** How much of each range is free: on the chosen host, and with all hosts on the fullest one (T004-68). */
export function RangesPanel({ host }: { host: string }) {
  const text = useText().resources.ranges;
  const isAdmin = isHouseAdmin(useMe());
  const asked = host === everyHost ? '' : host;
  const query = useQuery(rangesQuery(asked));
  const [editing, setEditing] = useState<Range | 'new' | null>(null);
  return (
    <Panel
      title={text.title}
      description={asked === '' ? text.ruleAll : text.ruleHost(asked)}
      flush
      actions={
        isAdmin && (
          <Button variant="default" size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setEditing('new')}>
            {text.add}
          </Button>
        )
      }
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingRows rows={5} height={48} />
      ) : query.data.length === 0 ? (
        <EmptyState title={text.emptyTitle} hint={text.emptyHint} />
      ) : (
        <ul className={classes.list} aria-label={text.title}>
          {inDrawingsOrder(query.data).map((range) => (
            <RangeLine key={range.id} range={range} onEdit={isAdmin ? () => setEditing(range) : null} />
          ))}
        </ul>
      )}
      {editing !== null && <RangeForm range={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function RangeLine({ range, onEdit }: { range: Range; onEdit: (() => void) | null }) {
  const text = useText().resources.ranges;
  const format = useFormat();
  return (
    <li className={classes.line} title={text.counts(format.number(range.free), format.number(range.size))}>
      <span className={classes.name}>
        <span className={classes.code}>[{range.name}]</span>
        {range.host !== everyHost && (
          <Text span size="xs" c="dimmed" ml={6}>
            {text.onlyOn(range.host)}
          </Text>
        )}
      </span>
      <span className={classes.span}>
        {range.start}-{range.end}
      </span>
      <RangeBar name={range.name} free={range.free} size={range.size} />
      {onEdit !== null && (
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={text.edit(range.name)} onClick={onEdit}>
          <Icon name="edit" size={16} />
        </ActionIcon>
      )}
    </li>
  );
}
