import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../../../api/client';
import { isHouseAdmin, useMe } from '../../../../api/session';
import { useText } from '../../../../i18n/useText';
import { Confirm } from '../../../../ui/Confirm';
import { ErrorState } from '../../../../ui/ErrorState';
import { FormDialog } from '../../../../ui/FormDialog';
import { Icon } from '../../../../ui/icons';
import { LoadingRows } from '../../../../ui/Loading';
import { Pager } from '../../../../ui/Pager';
import { Panel } from '../../../../ui/Panel';
import { aliasesQuery, type HostAlias } from '../queries';

/** The other names of machines; admins of the house change them. */
export function HostsPanel() {
  const text = useText().resources.hosts;
  const client = useQueryClient();
  const isAdmin = isHouseAdmin(useMe());
  const [page, setPage] = useState(1);
  const query = useQuery(aliasesQuery(page));
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<HostAlias | null>(null);
  const remove = async (alias: string) => {
    await answerOf(api.DELETE('/api/v1/resources/hosts/{alias}', { params: { path: { alias } } }));
    await client.invalidateQueries({ queryKey: ['port'] });
  };
  return (
    <Panel
      title={text.title}
      description={text.lead}
      actions={
        isAdmin && (
          <Button variant="default" size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        )
      }
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingRows rows={2} />
      ) : query.data.data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.empty}
        </Text>
      ) : (
        <>
          {query.data.data.map((one) => (
            <Group key={one.id} justify="space-between" wrap="nowrap" mih={36}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {text.same(one.alias, one.host)}
              </Text>
              {isAdmin && (
                <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={text.remove(one.alias)} onClick={() => setRemoving(one)}>
                  <Icon name="trash" size={16} />
                </ActionIcon>
              )}
            </Group>
          ))}
          <Pager meta={query.data.meta} onPage={setPage} />
        </>
      )}
      {isAdding && <AliasForm onClose={() => setAdding(false)} />}
      <Confirm opened={removing !== null} onClose={() => setRemoving(null)} onConfirm={() => remove(removing?.alias ?? '')} title={text.removeTitle(removing?.alias ?? '')} action={text.remove(removing?.alias ?? '')}>
        {removing !== null && text.removeHint(removing.alias, removing.host)}
      </Confirm>
    </Panel>
  );
}

function AliasForm({ onClose }: { onClose: () => void }) {
  const { common, problem, resources } = useText();
  const text = resources.hosts;
  const client = useQueryClient();
  const required = (value: string) => (value.trim() === '' ? problem.reasons.required : null);
  const form = useForm({ initialValues: { alias: '', host: '' }, validate: { alias: required, host: required } });
  const save = async ({ alias, host }: typeof form.values) => {
    await answerOf(api.PUT('/api/v1/resources/hosts/{alias}', { params: { path: { alias: alias.trim() } }, body: { host: host.trim() } }));
    await client.invalidateQueries({ queryKey: ['port'] });
  };
  return (
    <FormDialog onClose={onClose} title={text.addTitle} action={common.add} form={form} onSubmit={save}>
      <TextInput label={text.alias} description={text.aliasHint} data-autofocus spellCheck={false} {...form.getInputProps('alias')} />
      <TextInput label={text.host} description={text.hostHint} spellCheck={false} {...form.getInputProps('host')} />
    </FormDialog>
  );
}
