import { NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { asProblem } from '../../../../api/problem';
import { api, dataOf } from '../../../../api/client';
import { isHouseAdmin, useMe } from '../../../../api/session';
import { useText } from '../../../../i18n/useText';
import { FormDialog } from '../../../../ui/FormDialog';
import { idOf, ScopeFields } from '../../shared/ScopeFields';
import { useFirstScope } from '../../shared/useFirstScope';
import { PortTaken } from './PortTaken';
import { useTypes } from './useTypes';

export interface Wish {
  port?: number;
  host?: string;
  service?: string | null;
  project?: number | null;
}

interface Values extends Record<string, unknown> {
  port: number | '';
  host: string;
  service_name: string;
  reason: string;
  port_type: string;
  reserved_until: string;
  project_id: string;
  environment_id: string;
}

export function ReservePort({ wish, onClose }: { wish: Wish; onClose: () => void }) {
  const { common, problem, resources } = useText();
  const text = resources.ports;
  const client = useQueryClient();
  const isAdmin = isHouseAdmin(useMe());
  const types = useTypes();
  const scope = useFirstScope();
  const form = useForm<Values>({
    initialValues: {
      port: wish.port ?? '',
      host: wish.host ?? 'localhost',
      service_name: wish.service ?? '',
      reason: '',
      port_type: '',
      reserved_until: '',
      project_id: wish.project === undefined ? scope : wish.project === null ? '' : String(wish.project),
      environment_id: '',
    },
    validate: { port: (value) => (value === '' ? problem.reasons.required : null), host: (value) => (value.trim() === '' ? problem.reasons.required : null) },
  });

  const reserve = async (values: Values) => {
    const done = await dataOf(
      api.POST('/api/v1/resources/ports/reserve', {
        body: {
          port: Number(values.port),
          host: values.host.trim(),
          bind_address: '*',
          service_name: values.service_name.trim() === '' ? null : values.service_name.trim(),
          port_type: values.port_type === '' ? null : values.port_type,
          reason: values.reason.trim() === '' ? null : values.reason.trim(),
          reserved_until: values.reserved_until === '' ? null : new Date(values.reserved_until).toISOString(),
          project_id: idOf(values.project_id),
          environment_id: idOf(values.environment_id),
        },
      }),
    );
    await client.invalidateQueries({ queryKey: ['port'] });
    notifications.show({ message: [text.reservedDone(String(done.port), done.host), ...done.warnings].join(' ') });
  };

  return (
    <FormDialog
      onClose={onClose}
      title={text.reserveTitle}
      action={text.reserveAction}
      form={form}
      onSubmit={reserve}
      note={(error, send) =>
        asProblem(error).is('ports.port_taken') ? <PortTaken error={error} host={form.values.host.trim()} port={Number(form.values.port)} onTake={(port) => {
            form.setFieldValue('port', port);
            send();
          }} /> : null
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NumberInput label={text.form.port} min={1} max={65535} allowDecimal={false} allowNegative={false} thousandSeparator="" data-autofocus {...form.getInputProps('port')} />
        <NativeSelect label={text.form.type} data={[{ value: '', label: text.form.typeOfRange }, ...types]} {...form.getInputProps('port_type')} />
      </SimpleGrid>
      <TextInput label={text.form.host} description={isAdmin ? text.form.hostHint : text.form.hostHintOne} spellCheck={false} {...form.getInputProps('host')} />
      <TextInput label={`${text.form.service} (${common.optional})`} description={text.form.serviceHint} spellCheck={false} {...form.getInputProps('service_name')} />
      <TextInput label={`${text.form.reason} (${common.optional})`} description={text.form.reasonHint} maxLength={255} {...form.getInputProps('reason')} />
      <ScopeFields project={form.values.project_id} environment={form.values.environment_id} onChange={form.setValues} errors={form.errors} />
      <TextInput type="datetime-local" label={`${text.form.until} (${common.optional})`} description={text.form.untilHint} {...form.getInputProps('reserved_until')} />
    </FormDialog>
  );
}
