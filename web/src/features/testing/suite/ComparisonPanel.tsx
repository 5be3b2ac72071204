import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadingBlock } from '../../../ui/Loading';
import { Panel } from '../../../ui/Panel';
import { StatusMark } from '../../../ui/StatusMark';
import { environmentName } from '../environmentName';
import { comparisonQuery, environmentsQuery, type Schemas, type Suite } from '../queries';
import { shownName } from '../shownName';
import classes from '../testing.module.css';
import { useReason } from '../useReason';
import { inOrder } from './inOrder';

const mostListed = 20;

/** S004-TUI-09 and -10: the last judged run of each environment, and what fails in it. */
export function ComparisonPanel({ project, suite }: { project: number; suite: Suite }) {
  const text = useText().testing.comparison;
  const { data, error, refetch } = useQuery(comparisonQuery(suite.id));
  const { data: environments } = useQuery(environmentsQuery(project));
  const sides = inOrder(data?.environments ?? [], environments ?? []);
  const failing = sides.filter((side) => side.verdict !== 'passed');
  return (
    <Panel title={text.title}>
      {data === undefined && error === null && <LoadingBlock height={120} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.environments.length === 0 && <EmptyState icon="performance" title={text.empty} hint={text.emptyHint} />}
      {data !== undefined && sides.length > 0 && (
        <Stack gap="md">
          <ul className={classes.cards} aria-label={text.title}>
            {sides.map((side) => (
              <Card key={side.environment_id} side={side} />
            ))}
          </ul>
          {failing.map((side) => (
            <Failing key={side.environment_id} side={side} cases={data.failing[side.name] ?? []} />
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function Card({ side }: { side: Schemas['CompareEnvironmentsSide'] }) {
  const { testing } = useText();
  const format = useFormat();
  const isPass = side.verdict === 'passed';
  return (
    <li>
      <h3 className={classes.cardName} title={side.name}>
        {environmentName(side.name)}
      </h3>
      <ConsoleLink to={`/runs/${side.run_id}`} className={classes.card ?? ''} title={testing.comparison.runOf(environmentName(side.name))}>
        <span className={classes.ratio}>{testing.runs.of(format.number(side.passed), format.number(side.total))}</span>
        <span className={classes.percent}>{format.percent(side.percent / 100)}</span>
        <StatusMark mark={isPass ? 'full' : 'empty'} tone={isPass ? 'ok' : 'bad'} label={isPass ? testing.comparison.pass : testing.comparison.fail} />
      </ConsoleLink>
    </li>
  );
}

function Failing({ side, cases }: { side: Schemas['CompareEnvironmentsSide']; cases: readonly Schemas['CompareEnvironmentsFailingCase'][] }) {
  const text = useText().testing.comparison;
  const format = useFormat();
  const reason = useReason();
  if (cases.length === 0) return null;
  return (
    <div>
      <Title order={3}>{text.failingIn(environmentName(side.name))}</Title>
      <ul className={classes.failing} aria-label={text.failingIn(environmentName(side.name))}>
        {cases.slice(0, mostListed).map((one, index) => (
          <li key={index} title={one.title}>
            {text.failing(withoutKind(one.test_name), reason(one.reason))}
          </li>
        ))}
      </ul>
      {cases.length > mostListed && <ConsoleLink to={`/runs/${side.run_id}`}>{text.more(format.number(cases.length - mostListed))}</ConsoleLink>}
    </div>
  );
}

/** The comparison does not tell the kind; a generated name begins with it. */
function withoutKind(name: string): string {
  return ['smoke', 'api', 'form', 'query', 'auth', 'edge', 'security', 'e2e', 'load'].reduce((shown, kind) => shownName(shown, kind), name);
}
