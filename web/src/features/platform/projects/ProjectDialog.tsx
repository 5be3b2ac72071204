import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, doneOf, ifMatch, taggedOf } from '../../../api/client';
import { isHouseAdmin, useMe } from '../../../api/session';
import { useText } from '../../../i18n/useText';
import { FormDialog } from '../../../ui/FormDialog';
import { NewestState, type Tagged } from '../../../ui/NewestState';
import type { Project } from './queries';

interface ProjectDialogProps {
  /** Null creates one. */
  project: Project | null;
  onClose: () => void;
  onCreated?: (project: Project) => void;
}

const blank = { name: '', description: '' };
const valuesOf = (project: Project) => ({ name: project.name, description: project.description ?? '' });
const read = (id: number) => taggedOf(api.GET('/api/v1/projects/{id}', { params: { path: { id } } }));

export function ProjectDialog({ project, ...rest }: ProjectDialogProps) {
  const { projects } = useText();
  if (project === null) return <ProjectForm state={null} {...rest} />;
  return (
    <NewestState title={projects.edit} onClose={rest.onClose} read={() => read(project.id)}>
      {(state) => <ProjectForm state={state} {...rest} />}
    </NewestState>
  );
}

function ProjectForm({ state, onClose, onCreated }: Omit<ProjectDialogProps, 'project'> & { state: Tagged<Project> | null }) {
  const text = useText();
  const { projects, common } = text;
  const client = useQueryClient();
  const mayRename = isHouseAdmin(useMe()) || state === null;
  const [tag, setTag] = useState(state?.tag ?? null);
  const form = useForm({ initialValues: state === null ? blank : valuesOf(state.value), validate: { name: (value) => (value.trim() === '' ? text.problem.reasons.required : null) } });

  const loadNewer = async (id: number) => {
    const newer = await read(id);
    form.setValues(valuesOf(newer.value));
    setTag(newer.tag);
  };
  const save = async (values: typeof blank) => {
    const body = { name: values.name.trim(), description: values.description.trim() === '' ? null : values.description };
    if (state === null) onCreated?.(await dataOf(api.POST('/api/v1/projects', { body })));
    else await doneOf(api.PATCH('/api/v1/projects/{id}', { params: { path: { id: state.value.id } }, body, headers: ifMatch(tag) }));
    await client.invalidateQueries({ queryKey: ['project'] });
  };

  return (
    <FormDialog
      onClose={onClose}
      title={state === null ? projects.create : projects.edit}
      action={state === null ? common.create : common.save}
      form={form}
      onSubmit={save}
      onLoadNewer={state === null ? undefined : () => loadNewer(state.value.id)}
    >
      <TextInput label={projects.name} description={mayRename ? projects.nameHint : projects.nameIsAdmins} readOnly={!mayRename} data-autofocus spellCheck={false} {...form.getInputProps('name')} />
      <Textarea label={`${projects.description} (${common.optional})`} autosize minRows={2} maxRows={8} {...form.getInputProps('description')} />
    </FormDialog>
  );
}
