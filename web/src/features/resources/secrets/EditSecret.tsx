import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { FormDialog } from '../../../ui/FormDialog';
import { FactFields, type Facts, factsFrom, factsOf } from './FactFields';
import { scopeOf, type Secret } from './queries';

interface Values extends Facts, Record<string, unknown> {}

export function EditSecret({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  const { common, secrets } = useText();
  const client = useQueryClient();
  const form = useForm<Values>({ initialValues: { ...factsFrom(secret) } });
  const save = async (values: Values) => {
    await answerOf(api.PATCH('/api/v1/resources/secrets/{key}', { params: { path: { key: secret.key } }, body: { ...factsOf(values), ...scopeOf(secret) } }));
    await client.invalidateQueries({ queryKey: ['secret'] });
  };
  return (
    <FormDialog onClose={onClose} title={secrets.form.editTitle(secret.key)} action={common.save} form={form} onSubmit={save}>
      <FactFields project={secret.project_id} values={form.values} errors={form.errors} onChange={form.setValues} />
    </FormDialog>
  );
}
