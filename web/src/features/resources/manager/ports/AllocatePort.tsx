import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { asProblem } from '../../../../api/problem';
import { api, dataOf } from '../../../../api/client';
import { useText } from '../../../../i18n/useText';
import { FormDialog } from '../../../../ui/FormDialog';
import { idOf, ScopeFields } from '../../shared/ScopeFields';
import { useFirstScope } from '../../shared/useFirstScope';
import { PortTaken } from './PortTaken';
import { useTypes } from './useTypes';

interface Values extends Record<string, unknown> {
  service_name: string;
  port_type: string;
  host: string;
  preferred_port: number | '';
  project_id: string;
  environment_id: string;
}

export function AllocatePort({ onClose }: { onClose: () => void }) {
  const { common, problem, resources } = useText();
  const text = resources.ports;
  const client = useQueryClient();
  const types = useTypes();
  const scope = useFirstScope();
  const form = useForm<Values>({
    initialValues: { service_name: '', port_type: 'app', host: 'localhost', preferred_port: '', project_id: scope, environment_id: '' },
    validate: { service_name: (value) => (value.trim() === '' ? problem.reasons.required : null), host: (value) => (value.trim() === '' ? problem.reasons.required : null) },
  });

  const allocate = async (values: Values) => {
    const done = await dataOf(
      api.POST('/api/v1/resources/ports/allocate', {
        body: {
          service_name: values.service_name.trim(),
          port_type: values.port_type,
          host: values.host.trim(),
          bind_address: '*',
          preferred_port: values.preferred_port === '' ? null : values.preferred_port,
          project_id: idOf(values.project_id),
          environment_id: idOf(values.environment_id),
        },
      }),
    );
    await client.invalidateQueries({ queryKey: ['port'] });
    notifications.show({ message: [text.allocatedDone(done.service, String(done.port), done.host), ...done.warnings].join(' ') });
  };

  return (
    <FormDialog
      onClose={onClose}
      title={text.allocate}
      action={text.allocateAction}
      form={form}
      onSubmit={allocate}
      note={(error, send) =>
        asProblem(error).is('ports.port_taken') ? (
          <PortTaken error={error} host={form.values.host.trim()} port={Number(form.values.preferred_port)} onTake={(port) => {
            form.setFieldValue('preferred_port', port);
            send();
          }} />
        ) : null
      }
    >
      <TextInput label={text.form.service} description={text.form.serviceNew} data-autofocus spellCheck={false} {...form.getInputProps('service_name')} />
      <NativeSelect label={text.form.type} description={text.form.typeHint} data={types} {...form.getInputProps('port_type')} />
      <TextInput label={text.form.host} description={text.form.hostHintOne} spellCheck={false} {...form.getInputProps('host')} />
      <NumberInput
        label={`${text.form.preferred} (${common.optional})`}
        description={text.form.preferredHint}
        min={1}
        max={65535}
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator=""
        {...form.getInputProps('preferred_port')}
      />
      <ScopeFields project={form.values.project_id} environment={form.values.environment_id} onChange={form.setValues} errors={form.errors} />
    </FormDialog>
  );
}
