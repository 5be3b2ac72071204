import { Alert, Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { fieldErrors } from '../../../api/problem';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { ProblemNote } from '../../../ui/ProblemNote';
import { kinds } from '../queries';
import { GeneratedDifference } from './GeneratedDifference';
import { generatedSuite } from './useChosenSuite';

interface GenerateDialogProps {
  project: number;
  suiteName: string | null;
  onClose: () => void;
  onGenerated: (suite: number) => void;
}

const first = ['smoke', 'api', 'form', 'query'];

/** Shows what would change, and writes it only after that. */
export function GenerateDialog({ project, suiteName, onClose, onGenerated }: GenerateDialogProps) {
  const all = useText();
  const { testing, common } = all;
  const text = testing.generate;
  const format = useFormat();
  const client = useQueryClient();
  const [name, setName] = useState(suiteName ?? generatedSuite);
  const [types, setTypes] = useState<string[]>(first);
  const [mistakes, setMistakes] = useState<{ name?: string; types?: string }>({});
  const generate = useMutation({
    mutationFn: (isPreview: boolean) =>
      dataOf(api.POST('/api/v1/projects/{projectId}/test-suites/generate', { params: { path: { projectId: project } }, body: { name: name.trim(), types, preview: isPreview } })),
    onSuccess: async (answer, isPreview) => {
      if (isPreview || answer.id === null) return;
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'suite' || query.queryKey[0] === 'case' });
      notifications.show({ message: text.done(format.number(answer.total_cases)) });
      onGenerated(answer.id);
      onClose();
    },
  });
  const preview = generate.data;
  const changes = preview === undefined ? 0 : preview.diff.counts.added + preview.diff.counts.updated + preview.diff.counts.obsolete;
  const errors = { ...fieldErrors(generate.error, all), ...mistakes };
  const isAtField = errors.name !== undefined || errors.types !== undefined;

  const change = (set: () => void) => {
    set();
    setMistakes({});
    generate.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = { ...(name.trim() === '' ? { name: text.nameRequired } : {}), ...(types.length === 0 ? { types: text.chooseType } : {}) };
    setMistakes(found);
    if (Object.keys(found).length === 0) generate.mutate(preview === undefined);
  };

  return (
    <Modal opened onClose={onClose} title={text.title} size="lg" centered closeButtonProps={{ 'aria-label': common.close }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" c="dimmed">
            {text.lead}
          </Text>
          <TextInput label={text.name} description={text.nameHint} value={name} onChange={(event) => change(() => setName(event.target.value))} error={errors.name} autoComplete="off" data-autofocus />
          <Checkbox.Group label={text.types} value={types} onChange={(value) => change(() => setTypes(value))} error={errors.types}>
            <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs" mt="xs">
              {kinds.map((kind) => (
                <Checkbox key={kind} value={kind} label={testing.kinds[kind]} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
          {preview !== undefined && <GeneratedDifference answer={preview} />}
          {preview !== undefined && changes === 0 && (
            <Alert variant="outline" role="status">
              {text.nothing}
            </Alert>
          )}
          {!isAtField && <ProblemNote error={generate.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            {(preview === undefined || changes > 0) && (
              <Button type="submit" loading={generate.isPending}>
                {preview === undefined ? text.preview : text.write(format.number(changes))}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
