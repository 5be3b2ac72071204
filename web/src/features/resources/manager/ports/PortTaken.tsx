import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Texts } from '../../../../i18n/en';
import { useText } from '../../../../i18n/useText';
import { Icon } from '../../../../ui/icons';
import { LoadingBlock } from '../../../../ui/Loading';
import { ProblemNote } from '../../../../ui/ProblemNote';
import { checkQuery, everyHost, type Holder } from '../queries';

interface PortTakenProps {
  error: unknown;
  host: string;
  port: number;
  onTake: (port: number) => void;
}

/** Who has the port, as far as the caller may know, and the way on: the next free one, taken by one button that sends the form again. */
export function PortTaken({ error, host, port, onTake }: PortTakenProps) {
  const text = useText().resources.ports.taken;
  // Whether a port is free on every host cannot be asked; the server's own sentence says what is in the way.
  const query = useQuery({ ...checkQuery(host, port), enabled: host !== everyHost });
  if (host === everyHost || query.isError) return <ProblemNote error={error} />;
  if (query.data === undefined) return <LoadingBlock height={110} />;
  const { available, holder, next_free: next } = query.data;
  if (available) return null;
  return (
    <Alert color="danger" variant="outline" icon={<Icon name="findings" />} title={text.title(String(port), host)} role="alert" ref={(alert) => alert?.scrollIntoView({ block: 'nearest' })}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {holder === null ? text.inUse : whoHolds(holder, text)} {next === null ? text.noNext : text.next(String(next))}
        </Text>
        {next !== null && (
          <Button size="xs" onClick={() => onTake(next)}>
            {text.take(String(next))}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

export function whoHolds(holder: Holder, text: Texts['resources']['ports']['taken']): string {
  const isReserved = holder.status === 'reserved';
  const name = holder.service ?? (holder.text === 'another project' ? text.another : text.ofNobody);
  const who = holder.project == null ? name : text.ofProject(name, holder.project);
  const why = holder.reason == null ? who : `${who} (${holder.reason})`;
  return isReserved ? text.reservedFor(why) : text.by(why);
}
