import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf } from '../../../api/client';
import { useText } from '../../../i18n/useText';
import { FormDialog } from '../../../ui/FormDialog';

const standard = { name: '', scope: 'write', expires_in_days: 90 };

export function TokenDialog({ onClose, onMade }: { onClose: () => void; onMade: (token: string) => void }) {
  const text = useText();
  const { tokens } = text.account.profile;
  const form = useForm({ initialValues: standard, validate: { name: (value) => (value.trim() === '' ? text.problem.reasons.required : null) } });
  const scopes = (['read', 'write', 'admin'] as const).map((value) => ({ value, label: tokens.scopes[value] }));
  return (
    <FormDialog
      onClose={onClose}
      title={tokens.create}
      action={text.common.create}
      form={form}
      onSubmit={async (body) => {
        const made = await dataOf(api.POST('/api/v1/auth/tokens', { body }));
        onMade(made.token);
      }}
    >
      <TextInput label={tokens.name} description={tokens.nameHint} data-autofocus {...form.getInputProps('name')} />
      <NativeSelect label={tokens.scope} data={scopes} {...form.getInputProps('scope')} />
      <NumberInput label={tokens.days} min={1} max={3650} allowDecimal={false} {...form.getInputProps('expires_in_days')} />
    </FormDialog>
  );
}
