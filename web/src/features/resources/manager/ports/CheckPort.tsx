import { Alert, Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../../i18n/useText';
import { Icon } from '../../../../ui/icons';
import { ProblemNote } from '../../../../ui/ProblemNote';
import { checkQuery, type PortCheck } from '../queries';
import { whoHolds } from './PortTaken';
import type { Wish } from './ReservePort';

interface CheckPortProps {
  mayReserve: boolean;
  onClose: () => void;
  onReserve: (wish: Wish) => void;
}

/** Could this port be had, and if not, who has it? Asking changes nothing. */
export function CheckPort({ mayReserve, onClose, onReserve }: CheckPortProps) {
  const { common, resources } = useText();
  const text = resources.ports;
  const [port, setPort] = useState<number | ''>('');
  const [host, setHost] = useState('localhost');
  const [asked, setAsked] = useState<{ host: string; port: number } | null>(null);
  const query = useQuery({ ...checkQuery(asked?.host ?? '', asked?.port ?? 0), enabled: asked !== null });
  const answer = query.data;
  const ask = () => {
    if (port === '' || host.trim() === '') return;
    if (asked?.port === port && asked.host === host.trim()) void query.refetch();
    else setAsked({ host: host.trim(), port });
  };
  return (
    <Modal opened onClose={onClose} title={text.checkTitle} centered closeButtonProps={{ 'aria-label': common.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
        noValidate
      >
        <Stack>
          <NumberInput
            label={text.form.port}
            min={1}
            max={65535}
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator=""
            data-autofocus
            value={port}
            onChange={(value) => setPort(value === '' ? '' : Number(value))}
          />
          <TextInput label={text.form.host} description={text.form.hostHintOne} spellCheck={false} value={host} onChange={(event) => setHost(event.currentTarget.value)} />
          <ProblemNote error={query.error} />
          {answer !== undefined && <Answer answer={answer} />}
          <Group justify="flex-end" gap="xs">
            {mayReserve && answer?.available === true && (
              <Button variant="default" onClick={() => onReserve({ port: answer.port, host: answer.host })}>
                {text.checkReserve}
              </Button>
            )}
            <Button type="submit" loading={query.isFetching}>
              {text.checkAction}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Answer({ answer }: { answer: PortCheck }) {
  const text = useText().resources.ports;
  const { available, holder, process, next_free: next, port, host, warnings } = answer;
  const title = available ? text.checkFree(String(port), host) : text.taken.title(String(port), host);
  return (
    <Alert color={available ? 'petrol' : 'danger'} variant="outline" icon={<Icon name={available ? 'check' : 'findings'} />} title={title} role="status">
      <Stack gap={4}>
        {!available && (
          <Text size="sm">
            {holder === null ? text.taken.inUse : whoHolds(holder, text.taken)} {next === null ? text.taken.noNext : text.taken.next(String(next))}
          </Text>
        )}
        {process !== null && <Text size="sm">{text.checkProcess(process.name)}</Text>}
        {warnings.map((warning) => (
          <Text key={warning} size="sm" c="dimmed">
            {warning}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
