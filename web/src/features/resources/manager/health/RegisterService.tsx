import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../../api/client';
import { useText } from '../../../../i18n/useText';
import { FormDialog } from '../../../../ui/FormDialog';
import { idOf, ScopeFields } from '../../shared/ScopeFields';
import { useFirstScope } from '../../shared/useFirstScope';

const types = ['app', 'database', 'cache', 'queue', 'gateway'];
const protocols = ['http', 'https', 'tcp', 'grpc'];
interface Values extends Record<string, unknown> {
  name: string;
  host: string;
  port: number | '';
  service_type: string;
  protocol: string;
  health_endpoint: string;
  health_interval: number | '';
  depends_on: string;
  project_id: string;
  environment_id: string;
}

const number = { allowDecimal: false, allowNegative: false, thousandSeparator: '' };

export function RegisterService({ onClose }: { onClose: () => void }) {
  const { common, problem, resources } = useText();
  const { form: text } = resources.health;
  const client = useQueryClient();
  const scope = useFirstScope();
  const required = (value: string | number) => (String(value).trim() === '' ? problem.reasons.required : null);
  const form = useForm<Values>({
    initialValues: { name: '', host: '', port: '', service_type: 'app', protocol: '', health_endpoint: '', health_interval: 30, depends_on: '', project_id: scope, environment_id: '' },
    validate: { name: (value) => required(value) ?? (/^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/.test(value.trim()) ? null : problem.reasons.not_a_label), host: required, port: required, health_interval: required },
  });
  const register = async (values: Values) => {
    const names = values.depends_on.split(',').map((name) => name.trim());
    const done = await dataOf(
      api.POST('/api/v1/resources/services', {
        body: {
          name: values.name.trim(),
          host: values.host.trim(),
          port: Number(values.port),
          service_type: values.service_type,
          protocol: values.protocol === '' ? null : values.protocol,
          health_endpoint: values.health_endpoint.trim() === '' ? null : values.health_endpoint.trim(),
          health_interval: Number(values.health_interval),
          depends_on: names.filter((name) => name !== ''),
          project_id: idOf(values.project_id),
          environment_id: idOf(values.environment_id),
        },
      }),
    );
    await client.invalidateQueries({ queryKey: ['service'] });
    notifications.show({ message: [text.done(values.name.trim()), ...done.warnings].join(' ') });
  };
  return (
    <FormDialog onClose={onClose} title={text.title} action={text.action} form={form} onSubmit={register}>
      <TextInput label={text.name} data-autofocus spellCheck={false} {...form.getInputProps('name')} />
      <TextInput label={text.host} description={text.hostHint} spellCheck={false} {...form.getInputProps('host')} />
      <NumberInput label={text.port} min={1} max={65535} {...number} {...form.getInputProps('port')} />
      <NativeSelect label={text.type} data={types} {...form.getInputProps('service_type')} />
      <NativeSelect label={text.protocol} data={[{ value: '', label: text.usual }, ...protocols]} {...form.getInputProps('protocol')} />
      <TextInput label={`${text.endpoint} (${common.optional})`} description={text.endpointHint} spellCheck={false} {...form.getInputProps('health_endpoint')} />
      <NumberInput label={text.interval} min={5} max={86400} {...number} {...form.getInputProps('health_interval')} />
      <TextInput label={`${text.dependsOn} (${common.optional})`} description={text.dependsOnHint} spellCheck={false} {...form.getInputProps('depends_on')} />
      <ScopeFields project={form.values.project_id} environment={form.values.environment_id} onChange={form.setValues} errors={form.errors} />
    </FormDialog>
  );
}
