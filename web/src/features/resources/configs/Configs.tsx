import { Alert, Button, NativeSelect, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { projectsQuery, useProject } from '../../../app/useProject';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { Icon } from '../../../ui/icons';
import { Page } from '../../../ui/Page';
import { Panel } from '../../../ui/Panel';
import { environmentsOf, idOf } from '../shared/ScopeFields';
import classes from './Configs.module.css';
import { fieldsOf, generate, type Generated, type Kind, kinds, type Request } from './generate';
import { Preview } from './Preview';
import { Unwritable } from './Unwritable';

type Fields = Omit<Request, 'project_id' | 'environment_id'>;

const blank: Fields = { kind: 'compose', domain: '', ssl: true, certificate: '', certificateKey: '', services: '', template: '' };

/** Generated files are kept by nobody: not by the server, and here only while they are shown. */
export default function Configs() {
  const { pages, configs: text } = useText();
  const { project, choose } = useProject();
  const { data: projects } = useQuery(projectsQuery);
  const { data: environments } = useQuery(environmentsOf(project));
  const [fields, setFields] = useState(blank);
  const [place, setPlace] = useState({ project, environment: '' });
  const [made, setMade] = useState<{ of: string; file: Generated } | null>(null);
  const [failed, setFailed] = useState<{ of: string; error: unknown } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const environment = place.project === project ? place.environment : '';
  const has = fieldsOf(fields.kind);
  // What was made for other choices is not shown beside these.
  const asked = JSON.stringify([project, environment, fields]);

  const make = async (project_id: number) => {
    setBusy(true);
    setFailed(null);
    try {
      setMade({ of: asked, file: await generate({ ...fields, project_id, environment_id: idOf(environment) }) });
    } catch (error) {
      setMade(null);
      setFailed({ of: asked, error });
    } finally {
      setBusy(false);
    }
  };
  const set = (part: Partial<Fields>) => setFields((old) => ({ ...old, ...part }));

  return (
    <Page title={pages.configs} lead={text.lead}>
      <Panel>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (project !== null) void make(project);
          }}
        >
          <div className={classes.fields}>
            <NativeSelect
              label={text.project}
              value={project === null ? '' : String(project)}
              onChange={(event) => choose(idOf(event.currentTarget.value))}
              data={[{ value: '', label: text.chooseProject }, ...(projects ?? []).map((one) => ({ value: String(one.id), label: one.name }))]}
            />
            <NativeSelect
              label={text.environment}
              value={environment}
              disabled={project === null}
              onChange={(event) => setPlace({ project, environment: event.currentTarget.value })}
              data={[{ value: '', label: text.wholeProject }, ...(environments ?? []).map((one) => ({ value: String(one.id), label: one.name }))]}
            />
            <NativeSelect label={text.kind} value={fields.kind} onChange={(event) => set({ kind: kinds.find((kind): kind is Kind => kind === event.currentTarget.value) ?? 'compose' })} data={kinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))} />
            {has.domain && (
              <>
                <TextInput label={text.domain} description={text.domainHint} spellCheck={false} value={fields.domain} onChange={(event) => set({ domain: event.currentTarget.value })} />
                <TextInput label={text.services} description={text.servicesHint} spellCheck={false} value={fields.services} onChange={(event) => set({ services: event.currentTarget.value })} />
              </>
            )}
            {has.ssl && <Switch label={text.ssl} checked={fields.ssl} onChange={(event) => set({ ssl: event.currentTarget.checked })} className={classes.switch} />}
            {has.ssl && fields.ssl && (
              <>
                <TextInput label={text.certificate} description={text.pathHint} spellCheck={false} value={fields.certificate} onChange={(event) => set({ certificate: event.currentTarget.value })} />
                <TextInput label={text.certificateKey} description={text.pathHint} spellCheck={false} value={fields.certificateKey} onChange={(event) => set({ certificateKey: event.currentTarget.value })} />
              </>
            )}
          </div>
          {has.template && (
            <Textarea label={text.template} description={text.templateHint} autosize minRows={6} maxRows={16} spellCheck={false} classNames={{ input: classes.code ?? '' }} value={fields.template} onChange={(event) => set({ template: event.currentTarget.value })} />
          )}
          {fields.kind === 'env' && (
            <Alert variant="outline" icon={<Icon name="secrets" />} title={text.envTitle}>
              <Text size="sm">{text.envHint}</Text>
            </Alert>
          )}
          <Button type="submit" disabled={project === null || (has.template && fields.template === '')} loading={isBusy} className={classes.send}>
            {text.generate}
          </Button>
        </form>
      </Panel>
      {project === null ? (
        <EmptyState icon="configs" title={text.noProjectTitle} hint={text.noProjectHint} />
      ) : made?.of === asked ? (
        <Preview file={made.file} onHide={fields.kind === 'env' ? () => setMade(null) : null} />
      ) : (
        failed?.of === asked && <Unwritable error={failed.error} />
      )}
    </Page>
  );
}
