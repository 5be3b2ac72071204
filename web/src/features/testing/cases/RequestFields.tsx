import { Checkbox, SegmentedControl, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/useText';
import classes from './cases.module.css';
import type { BodyKind, CaseValues } from './caseValues';
import { PairList } from './PairList';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const bodyKinds = ['none', 'json', 'form', 'multipart', 'raw'] as const satisfies readonly BodyKind[];

interface RequestFieldsProps {
  values: CaseValues;
  onChange: (change: Partial<CaseValues>) => void;
  mistakes: Record<string, string>;
}

/** What is sent: a request, or a statement to a database. */
export function RequestFields({ values, onChange, mistakes }: RequestFieldsProps) {
  const text = useText().testing.editor;
  return (
    <Stack>
      {(values.test_type === 'query' || values.isQuery) && <Switch label={text.asQuery} checked={values.isQuery} onChange={(event) => onChange({ isQuery: event.currentTarget.checked })} />}
      {values.isQuery ? <QueryFields values={values} onChange={onChange} mistakes={mistakes} /> : <HttpFields values={values} onChange={onChange} mistakes={mistakes} />}
    </Stack>
  );
}

function QueryFields({ values, onChange, mistakes }: RequestFieldsProps) {
  const text = useText().testing.editor;
  return (
    <>
      <TextInput label={text.datasource} value={values.target === '/' ? '' : values.target} onChange={(event) => onChange({ target: event.currentTarget.value })} error={mistakes.target} autoComplete="off" spellCheck={false} withAsterisk />
      <Textarea label={text.sql} description={text.sqlHint} className={classes.mono ?? ''} autosize minRows={3} maxRows={16} value={values.sql} onChange={(event) => onChange({ sql: event.currentTarget.value })} error={mistakes['input.sql']} spellCheck={false} withAsterisk />
      <PairList label={text.query} add={text.addPair.query} pairs={values.args} onChange={(args) => onChange({ args })} mistakes={mistakes} />
    </>
  );
}

function HttpFields({ values, onChange, mistakes }: RequestFieldsProps) {
  const text = useText().testing.editor;
  return (
    <>
      <div className={classes.line}>
        <Select label={text.method} allowDeselect={false} data={methods.includes(values.method) ? methods : [values.method, ...methods]} value={values.method} onChange={(method) => onChange({ method: method ?? 'GET' })} error={mistakes.method} />
        <TextInput label={text.target} value={values.target} onChange={(event) => onChange({ target: event.currentTarget.value })} error={mistakes.target} title={text.targetHint} autoComplete="off" spellCheck={false} withAsterisk />
      </div>
      <PairList label={text.query} add={text.addPair.query} pairs={values.query} onChange={(query) => onChange({ query })} mistakes={mistakes} />
      <PairList label={text.headers} add={text.addPair.headers} pairs={values.headers} onChange={(headers) => onChange({ headers })} mistakes={mistakes} />
      <BodyFields values={values} onChange={onChange} mistakes={mistakes} />
      <TextInput label={text.auth} description={text.authHint} value={values.auth} onChange={(event) => onChange({ auth: event.currentTarget.value })} autoComplete="off" spellCheck={false} />
      <Checkbox label={text.followRedirects} checked={values.follow_redirects} onChange={(event) => onChange({ follow_redirects: event.currentTarget.checked })} />
    </>
  );
}

function BodyFields({ values, onChange, mistakes }: RequestFieldsProps) {
  const text = useText().testing.editor;
  const isForm = values.bodyKind === 'form' || values.bodyKind === 'multipart';
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} component="div">
        {text.body}
      </Text>
      <SegmentedControl aria-label={text.body} size="xs" value={values.bodyKind} onChange={(value) => onChange({ bodyKind: bodyKinds.find((kind) => kind === value) ?? 'none' })} data={bodyKinds.map((kind) => ({ value: kind, label: text.bodyKinds[kind] }))} />
      {isForm && <PairList label={text.bodyFields} add={text.addField} pairs={values.fields} onChange={(fields) => onChange({ fields })} mistakes={mistakes} />}
      {!isForm && values.bodyKind !== 'none' && (
        <Textarea
          aria-label={text.bodyText}
          className={classes.mono ?? ''}
          autosize
          minRows={3}
          maxRows={20}
          value={values.bodyText}
          onChange={(event) => onChange({ bodyText: event.currentTarget.value })}
          description={values.bodyKind === 'json' && !isJson(values.bodyText) ? text.jsonInvalid : undefined}
          spellCheck={false}
        />
      )}
    </Stack>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return text.trim() === '';
  }
}
