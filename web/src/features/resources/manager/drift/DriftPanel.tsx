import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useFormat } from '../../../../i18n/useFormat';
import { useText } from '../../../../i18n/useText';
import { ErrorState } from '../../../../ui/ErrorState';
import { LoadingRows } from '../../../../ui/Loading';
import { Panel } from '../../../../ui/Panel';
import { driftQuery } from '../queries';
import classes from './DriftPanel.module.css';

/** What was given and is not used, and what is used and was not given, on the server's own machine: the house's developers see it. */
export function DriftPanel() {
  const text = useText().resources.drift;
  const query = useQuery(driftQuery);
  const { data } = query;
  return (
    <Panel title={text.title} description={text.lead}>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : data === undefined ? (
        <LoadingRows rows={3} />
      ) : (
        <Stack gap="md">
          <Group title={text.closed} lines={data.closed.map((one) => `${one.port} ${one.service_name ?? ''}`)} />
          <Group title={text.unknown} lines={data.unknown.map((one) => (one.process === null ? String(one.port) : `${one.port} ${text.process(one.process.name)}`))} />
          <Group title={text.disagreements} lines={data.disagreements.map((one) => `${one.service_name} (${one.host}): ${text.registeredAt(String(one.registered_port), one.allocated_ports.join(', '))}`)} />
          {data.closed.length + data.unknown.length + data.disagreements.length === 0 && <Text size="sm">{text.none}</Text>}
          {!data.is_complete && (
            <Text size="sm" c="dimmed">
              {text.incomplete}
            </Text>
          )}
        </Stack>
      )}
    </Panel>
  );
}

const few = 6;

function Group({ title, lines }: { title: string; lines: readonly string[] }) {
  const text = useText().resources.drift;
  const format = useFormat();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (lines.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600} id={id}>
        {title}
      </Text>
      <ul className={classes.list} aria-labelledby={id}>
        {lines.slice(0, isOpen ? lines.length : few).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {!isOpen && lines.length > few && (
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {text.show(format.number(lines.length))}
        </Button>
      )}
    </div>
  );
}
