import { ActionIcon, Button, Checkbox, NumberInput, Select, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/useText';
import { Icon } from '../../../ui/icons';
import classes from './cases.module.css';
import { assertionTypes, type Draft, entryOf, isList, jsonTypes, newDraft, shapes, withType } from './assertions';

interface AssertionBuilderProps {
  drafts: readonly Draft[];
  onChange: (drafts: Draft[]) => void;
  /** By `assertions[0]` and `assertions[0].subject`. */
  mistakes: Record<string, string>;
}

/** What must hold of the answer; each kind with the fields it has. */
export function AssertionBuilder({ drafts, onChange, mistakes }: AssertionBuilderProps) {
  const text = useText().testing.editor;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {text.assertionsHint}
      </Text>
      {drafts.map((draft, index) => (
        <AssertionRow
          key={draft.id}
          draft={draft}
          number={index + 1}
          subjectMistake={mistakes[`assertions[${index}].subject`]}
          valueMistake={mistakes[`assertions[${index}]`]}
          onChange={(changed) => onChange(drafts.with(index, changed))}
          onRemove={() => onChange(drafts.filter((one) => one !== draft))}
        />
      ))}
      <div>
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => onChange([...drafts, newDraft('status')])}>
          {text.addAssertion}
        </Button>
      </div>
    </Stack>
  );
}

interface AssertionRowProps {
  draft: Draft;
  number: number;
  subjectMistake: string | undefined;
  valueMistake: string | undefined;
  onChange: (draft: Draft) => void;
  onRemove: () => void;
}

function AssertionRow({ draft, number, subjectMistake, valueMistake, onChange, onRemove }: AssertionRowProps) {
  const text = useText().testing.editor;
  const { subject, operators } = shapes[draft.type];
  return (
    <fieldset className={classes.assertion} aria-label={text.assertion(String(number))}>
      <div className={classes.parts}>
        <Select
          label={text.what}
          allowDeselect={false}
          searchable
          data={assertionTypes.map((type) => ({ value: type, label: text.types[type] }))}
          value={draft.type}
          onChange={(value) => onChange(withType(draft, assertionTypes.find((type) => type === value) ?? draft.type))}
        />
        {subject !== null && (
          <TextInput
            label={text.subjects[subject]}
            placeholder={text.subjectExamples[subject]}
            value={draft.subject}
            onChange={(event) => onChange({ ...draft, subject: event.currentTarget.value })}
            error={subjectMistake}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        {operators.length > 0 && (
          <Select
            label={text.how}
            allowDeselect={false}
            data={operators.map((operator) => ({ value: operator, label: text.operators[operator] }))}
            value={draft.operator}
            onChange={(value) => onChange({ ...draft, operator: operators.find((operator) => operator === value) ?? draft.operator })}
          />
        )}
        <ValueInput draft={draft} error={valueMistake} onChange={onChange} />
      </div>
      <div className={classes.side}>
        <Checkbox label={text.not} checked={draft.not} onChange={(event) => onChange({ ...draft, not: event.currentTarget.checked })} />
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={text.removeAssertion(String(number))} onClick={onRemove}>
          <Icon name="trash" size={16} />
        </ActionIcon>
      </div>
    </fieldset>
  );
}

function ValueInput({ draft, error, onChange }: { draft: Draft; error: string | undefined; onChange: (draft: Draft) => void }) {
  const text = useText().testing.editor;
  const entry = entryOf(draft);
  const set = (value: string) => onChange({ ...draft, value });
  const common = { label: text.value, placeholder: text.entries[entry], error };
  if (entry === 'none') return error === undefined ? null : <Text size="sm" c="var(--al-bad)">{error}</Text>;
  if (isList(entry)) return <TagsInput {...common} placeholder={draft.values.length === 0 ? text.entries[entry] : ''} value={draft.values} onChange={(values) => onChange({ ...draft, values })} acceptValueOnBlur splitChars={[]} clearable />;
  if (entry === 'number') return <NumberInput {...common} value={draft.value} onChange={(value) => set(String(value))} />;
  if (entry === 'jsonType') return <Select {...common} data={[...jsonTypes]} value={draft.value === '' ? null : draft.value} onChange={(value) => set(value ?? '')} />;
  if (entry === 'schema') return <Textarea {...common} autosize minRows={1} maxRows={10} value={draft.value} onChange={(event) => set(event.currentTarget.value)} spellCheck={false} />;
  return <TextInput {...common} value={draft.value} onChange={(event) => set(event.currentTarget.value)} autoComplete="off" spellCheck={false} />;
}
