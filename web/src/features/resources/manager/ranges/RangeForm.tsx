import { Button, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../../../api/client';
import { useText } from '../../../../i18n/useText';
import { Confirm } from '../../../../ui/Confirm';
import { FormDialog } from '../../../../ui/FormDialog';
import { everyHost, type Range } from '../queries';

const port = { min: 1, max: 65535, allowDecimal: false, allowNegative: false, thousandSeparator: '' };

/** Sets a range, for all hosts or for one; a null one is new. */
export function RangeForm({ range, onClose }: { range: Range | null; onClose: () => void }) {
  const { common, problem, resources } = useText();
  const text = resources.ranges;
  const client = useQueryClient();
  const [isDeleting, setDeleting] = useState(false);
  const required = (value: string | number) => (String(value).trim() === '' ? problem.reasons.required : null);
  const form = useForm({
    initialValues: { name: range?.name ?? '', start: range?.start ?? '', end: range?.end ?? '', host: range?.host ?? everyHost, description: range?.description ?? '' },
    validate: { name: required, start: required, end: required, host: required },
  });
  const save = async (values: typeof form.values) => {
    const body = { start: Number(values.start), end: Number(values.end), host: values.host.trim(), description: values.description };
    await answerOf(api.PUT('/api/v1/resources/ports/ranges/{name}', { params: { path: { name: values.name.trim() } }, body }));
    await client.invalidateQueries({ queryKey: ['port'] });
  };
  const remove = async (one: Range) => {
    await answerOf(api.DELETE('/api/v1/resources/ports/ranges/{name}', { params: { path: { name: one.name }, query: { host: one.host } } }));
    await client.invalidateQueries({ queryKey: ['port'] });
    onClose();
  };
  if (range !== null && isDeleting) {
    return (
      <Confirm opened onClose={() => setDeleting(false)} onConfirm={() => remove(range)} title={text.deleteTitle(range.name)} action={text.delete} typed={range.name}>
        {text.deleteHint}
      </Confirm>
    );
  }
  return (
    <FormDialog onClose={onClose} title={range === null ? text.addTitle : text.edit(range.name)} action={range === null ? common.add : common.save} form={form} onSubmit={save}>
      <TextInput label={text.name} description={range === null ? text.nameHint : undefined} readOnly={range !== null} spellCheck={false} {...form.getInputProps('name')} />
      <NumberInput label={text.start} data-autofocus {...port} {...form.getInputProps('start')} />
      <NumberInput label={text.end} {...port} {...form.getInputProps('end')} />
      <TextInput label={text.host} description={text.hostHint} readOnly={range !== null} spellCheck={false} {...form.getInputProps('host')} />
      <TextInput label={`${text.description} (${common.optional})`} {...form.getInputProps('description')} />
      {range !== null && (
        <Button variant="subtle" color="danger" onClick={() => setDeleting(true)} style={{ alignSelf: 'flex-start' }}>
          {text.delete}
        </Button>
      )}
    </FormDialog>
  );
}
