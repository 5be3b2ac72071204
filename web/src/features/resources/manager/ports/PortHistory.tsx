import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../../../i18n/useFormat';
import { useText } from '../../../../i18n/useText';
import { ErrorState } from '../../../../ui/ErrorState';
import { LoadingRows } from '../../../../ui/Loading';
import { Pager } from '../../../../ui/Pager';
import { historyQuery, type Port } from '../queries';
import classes from './PortHistory.module.css';
import { PortMark } from './PortMark';

/** Who held a port, the newest first. */
export function PortHistory({ port, onClose }: { port: Port; onClose: () => void }) {
  const { common, resources } = useText();
  const text = resources.ports;
  const format = useFormat();
  const [page, setPage] = useState(1);
  const query = useQuery(historyQuery(port.host, port.port, page));
  const spanOf = (one: Port) => (one.released_at === null ? text.since(format.moment(one.allocated_at)) : text.fromTo(format.moment(one.allocated_at), format.moment(one.released_at)));
  return (
    <Modal opened onClose={onClose} title={text.historyTitle(String(port.port), port.host)} size="lg" centered closeButtonProps={{ 'aria-label': common.close }}>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingRows rows={3} />
      ) : query.data.data.length === 0 ? (
        <Text size="sm">{text.historyEmpty}</Text>
      ) : (
        <Stack gap="sm">
          <ol className={classes.list}>
            {query.data.data.map((one) => (
              <li key={one.id} className={classes.row}>
                <span className={classes.who}>
                  {one.label}
                  {one.reserved_reason !== null && (
                    <Text span size="xs" c="dimmed" ml={8}>
                      {one.reserved_reason}
                    </Text>
                  )}
                </span>
                <Text size="xs" c="dimmed" component="span">
                  {spanOf(one)}
                </Text>
                <PortMark status={one.status} />
              </li>
            ))}
          </ol>
          <Pager meta={query.data.meta} onPage={setPage} />
        </Stack>
      )}
    </Modal>
  );
}
