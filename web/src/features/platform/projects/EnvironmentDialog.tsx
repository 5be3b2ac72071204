import { NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, doneOf, ifMatch, taggedOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { FormDialog } from '../../../ui/FormDialog';
import { NewestState, type Tagged } from '../../../ui/NewestState';
import { blank, inputOf, parseVariables, type Values, valuesOf } from './environmentForm';
import type { Environment } from './queries';

interface EnvironmentDialogProps {
  project: number;
  /** Null creates one. */
  environment: Environment | null;
  onClose: () => void;
}

const read = (id: number) => taggedOf(api.GET('/api/v1/environments/{id}', { params: { path: { id } } }));

export function EnvironmentDialog({ environment, ...rest }: EnvironmentDialogProps) {
  const { environments } = useText().projects;
  if (environment === null) return <EnvironmentForm state={null} {...rest} />;
  return (
    <NewestState title={environments.edit} onClose={rest.onClose} read={() => read(environment.id)}>
      {(state) => <EnvironmentForm state={state} {...rest} />}
    </NewestState>
  );
}

function EnvironmentForm({ project, state, onClose }: Omit<EnvironmentDialogProps, 'environment'> & { state: Tagged<Environment> | null }) {
  const text = useText();
  const { common } = text;
  const { environments, nameHint } = text.projects;
  const client = useQueryClient();
  const [tag, setTag] = useState(state?.tag ?? null);
  const form = useForm<Values>({
    initialValues: state === null ? blank : valuesOf(state.value),
    validate: {
      name: (value) => (value.trim() === '' ? text.problem.reasons.required : null),
      variables: (value) => (parseVariables(value) === null ? environments.badVariable : null),
    },
  });

  const loadNewer = async (id: number) => {
    const newer = await read(id);
    form.setValues(valuesOf(newer.value));
    setTag(newer.tag);
  };
  const save = async (values: Values) => {
    const body = inputOf(values);
    if (state === null) await doneOf(api.POST('/api/v1/projects/{project_id}/environments', { params: { path: { project_id: project } }, body }));
    else await doneOf(api.PATCH('/api/v1/environments/{id}', { params: { path: { id: state.value.id } }, body, headers: ifMatch(tag) }));
    await client.invalidateQueries({ queryKey: ['environment'] });
  };

  return (
    <FormDialog
      onClose={onClose}
      title={state === null ? environments.create : environments.edit}
      action={state === null ? common.create : common.save}
      form={form}
      onSubmit={save}
      onLoadNewer={state === null ? undefined : () => loadNewer(state.value.id)}
    >
      <TextInput label={common.name} description={nameHint} data-autofocus spellCheck={false} {...form.getInputProps('name')} />
      <TextInput label={environments.address} description={environments.addressHint} type="url" {...form.getInputProps('base_url')} />
      <Switch label={environments.protected} description={environments.protectedHint} {...form.getInputProps('is_protected', { type: 'checkbox' })} />
      <Switch label={environments.selfTest} description={environments.selfTestHint} {...form.getInputProps('is_self_test', { type: 'checkbox' })} />
      <TextInput label={environments.dockerHost} {...form.getInputProps('docker_host')} />
      <NumberInput label={environments.port} min={1} max={65535} allowDecimal={false} thousandSeparator="" {...form.getInputProps('port')} />
      <Textarea label={environments.hosts} description={environments.hostsHint} autosize minRows={2} maxRows={6} spellCheck={false} {...form.getInputProps('approved_hosts')} />
      <Textarea label={environments.variables} description={environments.variablesHint} autosize minRows={2} maxRows={10} spellCheck={false} {...form.getInputProps('variables')} />
    </FormDialog>
  );
}
