import { Button, NativeSelect, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayIn, useMe } from '../../../api/session';
import { projectsQuery, useProject } from '../../../app/useProject';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Icon } from '../../../ui/icons';
import { LoadingRows } from '../../../ui/Loading';
import { Page } from '../../../ui/Page';
import { Pager } from '../../../ui/Pager';
import { Panel } from '../../../ui/Panel';
import { environmentsOf, idOf } from '../shared/ScopeFields';
import { ExportSecrets } from './ExportSecrets';
import { ImportSecrets } from './ImportSecrets';
import { type Scope, secretsQuery } from './queries';
import { SecretForm } from './SecretForm';
import classes from './Secrets.module.css';
import { SecretsTable } from './SecretsTable';

export default function Secrets() {
  const { pages, secrets: text } = useText();
  const me = useMe();
  const { project, choose } = useProject();
  const { data: projects } = useQuery(projectsQuery);
  const { data: environments } = useQuery(environmentsOf(project));
  const [chosen, setChosen] = useState({ project, environment: '' });
  const [inherited, setInherited] = useState(true);
  const [page, setPage] = useState(1);
  const [doing, setDoing] = useState<'create' | 'import' | 'export' | null>(null);
  // An environment belongs to its project: with another one it is chosen anew.
  const environment = chosen.project === project ? chosen.environment : '';
  const scope: Scope = { project_id: project, environment_id: idOf(environment) };
  const query = useQuery(secretsQuery(scope, inherited, page));
  const isProtected = environments?.find((one) => one.id === scope.environment_id)?.is_protected === true;
  const mayRead = mayIn(me, project, project === null || isProtected ? 'admin' : 'developer');
  const close = () => setDoing(null);

  return (
    <Page
      title={pages.secrets}
      lead={text.lead}
      actions={
        mayRead && (
          <>
            <Button variant="default" onClick={() => setDoing('import')}>
              {text.import}
            </Button>
            <Button variant="default" leftSection={<Icon name="download" size={16} />} onClick={() => setDoing('export')}>
              {text.export}
            </Button>
            <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setDoing('create')}>
              {text.create}
            </Button>
          </>
        )
      }
    >
      <Panel flush>
        <div className={classes.bar}>
          <NativeSelect
            label={text.project}
            value={project === null ? '' : String(project)}
            onChange={(event) => {
              setPage(1);
              choose(idOf(event.currentTarget.value));
            }}
            data={[{ value: '', label: text.global }, ...(projects ?? []).map((one) => ({ value: String(one.id), label: one.name }))]}
          />
          {project !== null && (
            <>
              <NativeSelect
                label={text.environment}
                value={environment}
                onChange={(event) => {
                  setPage(1);
                  setChosen({ project, environment: event.currentTarget.value });
                }}
                data={[{ value: '', label: text.wholeProject }, ...(environments ?? []).map((one) => ({ value: String(one.id), label: one.name }))]}
              />
              <Switch label={text.inherited} description={text.inheritedHint} checked={inherited} onChange={(event) => setInherited(event.currentTarget.checked)} className={classes.switch} />
            </>
          )}
        </div>
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <LoadingRows rows={5} />
        ) : query.data.data.length === 0 ? (
          <EmptyState icon="secrets" title={text.emptyTitle} hint={mayRead ? text.emptyHint : text.mayNot} />
        ) : (
          <>
            <SecretsTable secrets={query.data.data} environments={environments ?? []} />
            <div className={classes.pager}>
              <Pager meta={query.data.meta} onPage={setPage} />
            </div>
          </>
        )}
        {!mayRead && query.data !== undefined && query.data.data.length > 0 && (
          <Text size="sm" c="dimmed" className={classes.note}>
            {text.mayNot}
          </Text>
        )}
      </Panel>
      {doing === 'create' && <SecretForm scope={scope} secret={null} onClose={close} />}
      {doing === 'import' && <ImportSecrets scope={scope} onClose={close} />}
      {doing === 'export' && <ExportSecrets scope={scope} onClose={close} />}
    </Page>
  );
}
