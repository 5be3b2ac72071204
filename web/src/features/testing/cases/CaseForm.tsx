import { Alert, Badge, Button, Group, NumberInput, Select, SimpleGrid, Stack, Switch, TagsInput, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fieldErrors } from '../../../api/problem';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useText } from '../../../i18n/useText';
import { Panel } from '../../../ui/Panel';
import { ProblemNote } from '../../../ui/ProblemNote';
import { type Case, kinds } from '../queries';
import { AssertionBuilder } from './AssertionBuilder';
import classes from './cases.module.css';
import { type CaseValues, mistakesIn } from './caseValues';
import { NameField } from './NameField';
import { RequestFields } from './RequestFields';

interface CaseFormProps {
  project: number;
  first: CaseValues;
  /** What is changed; null for a new case. */
  present: Case | null;
  action: string;
  onSubmit: (values: CaseValues) => Promise<unknown>;
  onLoadNewer?: (() => void) | undefined;
  /** At the left of the buttons. */
  extra?: ReactNode;
}

export function CaseForm({ project, first, present, action, onSubmit, onLoadNewer, extra }: CaseFormProps) {
  const all = useText();
  const text = all.testing.editor;
  const [values, setValues] = useState(first);
  const [mistakes, setMistakes] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const hasSteps = present?.input.steps != null;
  const change = (changed: Partial<CaseValues>) => setValues((old) => ({ ...old, ...changed }));

  const submit = async () => {
    const found = mistakesIn(values, text, hasSteps);
    setMistakes(found);
    setProblem(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await onSubmit(values);
    } catch (error) {
      const told = fieldErrors(error, all);
      setMistakes(told);
      const shown = new Set(['name', 'description', 'target', 'method', 'tags', 'timeout', 'retries', 'input.sql', ...values.assertions.map((_, index) => `assertions[${index}]`)]);
      if (Object.keys(told).length === 0 || Object.keys(told).some((field) => !shown.has(field))) setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="lg">
        <Panel>
          <Stack>
            {present?.auto_generated === true && (
              <Group gap="xs">
                <Badge variant="default">{present.generation_source ?? present.key}</Badge>
                <span className={classes.why}>{text.generated}</span>
              </Group>
            )}
            <NameField project={project} value={values.name} error={mistakes.name} onChange={(name) => change({ name })} onTake={change} />
            <Textarea label={text.description} autosize minRows={2} maxRows={8} value={values.description} onChange={(event) => change({ description: event.currentTarget.value })} error={mistakes.description} />
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Select label={text.type} allowDeselect={false} data={kinds.map((kind) => ({ value: kind, label: all.testing.kinds[kind] }))} value={values.test_type} onChange={(value) => change({ test_type: kinds.find((kind) => kind === value) ?? 'api' })} error={mistakes.test_type} />
              <TagsInput label={text.tags} value={values.tags} onChange={(tags) => change({ tags })} error={mistakes.tags} />
            </SimpleGrid>
          </Stack>
        </Panel>
        {hasSteps ? (
          <Alert variant="outline">{text.steps}</Alert>
        ) : (
          <>
            <Panel title={text.request}>
              <RequestFields values={values} onChange={change} mistakes={mistakes} />
            </Panel>
            <Panel title={text.assertions}>
              <AssertionBuilder drafts={values.assertions} onChange={(assertions) => change({ assertions })} mistakes={mistakes} />
            </Panel>
          </>
        )}
        <Panel title={text.settings}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NumberInput label={text.timeout} min={0.1} max={3600} value={values.timeout} onChange={(timeout) => change({ timeout })} error={mistakes.timeout} />
            <NumberInput label={text.retries} min={0} max={10} allowDecimal={false} value={values.retries} onChange={(retries) => change({ retries })} error={mistakes.retries} />
            <Switch label={text.active} description={text.activeHint} checked={values.is_active} onChange={(event) => change({ is_active: event.currentTarget.checked })} />
            <Switch label={text.mutates} description={text.mutatesHint} checked={values.mutates} onChange={(event) => change({ mutates: event.currentTarget.checked })} />
          </SimpleGrid>
        </Panel>
        <ProblemNote error={problem} {...(onLoadNewer && { onLoadNewer })} />
        <div className={classes.actions}>
          {extra !== undefined && <div className={classes.start}>{extra}</div>}
          <Button component={ConsoleLink} to={`/projects/${project}/tests`} variant="default">
            {all.common.cancel}
          </Button>
          <Button type="submit" loading={isBusy}>
            {action}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
