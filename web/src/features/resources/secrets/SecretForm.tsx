import { NativeSelect, NumberInput, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { FormDialog } from '../../../ui/FormDialog';
import { factsOf, FactFields, type Facts, noFacts } from './FactFields';
import { type Scope, scopeOf, type Secret } from './queries';

interface Values extends Facts, Record<string, unknown> {
  key: string;
  source: string;
  value: string;
  'generate.length': number | '';
}

const usual: Record<string, number> = { password: 32, hex: 32, rsa: 3072, ec: 256 };

/** Creates a secret, or gives one that is there a new value; the value leaves the form with it. */
export function SecretForm({ scope, secret, onClose }: { scope: Scope; secret: Secret | null; onClose: () => void }) {
  const { common, problem, secrets } = useText();
  const { form: text } = secrets;
  const format = useFormat();
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { key: secret?.key ?? '', source: secret === null ? 'own' : 'password', value: '', 'generate.length': '', ...noFacts },
    validate: {
      key: (key) => (/^[A-Za-z_][A-Za-z0-9_]{0,254}$/.test(key.trim()) ? null : text.keyHint),
      value: (value, { source }) => (source === 'own' && value === '' ? problem.reasons.required : null),
    },
  });
  const { source, key } = form.values;
  const isPair = source === 'rsa' || source === 'ec';

  const save = async (values: Values) => {
    const length = values['generate.length'];
    const made = values.source === 'own' ? { value: values.value } : { generate: { kind: values.source, length: length === '' ? null : length } };
    const body = { key: values.key.trim(), ...made, ...scopeOf(scope) };
    const done =
      secret === null
        ? await dataOf(api.POST('/api/v1/resources/secrets', { body: { ...body, ...factsOf(values) } }))
        : await dataOf(api.POST('/api/v1/resources/secrets/rotate', { body }));
    await client.invalidateQueries({ queryKey: ['secret'] });
    notifications.show({ message: secret === null ? text.created(done.key) : text.rotated(done.key, format.number(done.version)) });
  };

  const lengths: Readonly<Record<string, string>> = text.lengths;
  return (
    <FormDialog onClose={onClose} title={secret === null ? text.createTitle : text.rotateTitle(secret.key)} action={secret === null ? common.create : common.save} form={form} onSubmit={save}>
      {secret === null ? (
        <TextInput label={text.key} description={text.keyHint} data-autofocus spellCheck={false} autoComplete="off" {...form.getInputProps('key')} />
      ) : (
        <Text size="sm" c="dimmed">
          {text.rotateHint}
        </Text>
      )}
      <NativeSelect
        label={text.source}
        description={source === 'own' ? undefined : text.generated}
        data={Object.entries(text.sources).map(([value, label]) => ({ value, label }))}
        value={source}
        onChange={(event) => form.setValues({ source: event.currentTarget.value, value: '', 'generate.length': usual[event.currentTarget.value] ?? '' })}
      />
      {source === 'own' ? (
        <Textarea label={text.value} autosize minRows={2} maxRows={8} spellCheck={false} autoComplete="off" autoCapitalize="off" {...form.getInputProps('value')} />
      ) : (
        <NumberInput
          label={text.length}
          description={lengths[source]}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=""
          value={form.values['generate.length']}
          onChange={(value) => form.setValues({ 'generate.length': value === '' ? '' : Number(value) })}
          error={form.errors['generate.length']}
        />
      )}
      {isPair && (
        <Text size="sm" c="dimmed">
          {text.publicHalf(key.trim() === '' ? 'KEY' : key.trim())}
        </Text>
      )}
      {secret === null && <FactFields project={scope.project_id} values={form.values} errors={form.errors} onChange={form.setValues} />}
    </FormDialog>
  );
}
