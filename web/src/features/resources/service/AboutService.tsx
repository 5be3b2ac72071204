import { useQuery } from '@tanstack/react-query';
import { projectsQuery } from '../../../app/useProject';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { Panel } from '../../../ui/Panel';
import type { Service } from '../manager/queries';
import { environmentsOf } from '../shared/ScopeFields';
import classes from './ServiceDetails.module.css';

export function AboutService({ service }: { service: Service }) {
  const { service: text, houseOwned } = useText().resources;
  const format = useFormat();
  const { data: projects } = useQuery(projectsQuery);
  const { data: environments } = useQuery(environmentsOf(service.project_id));
  const project = projects?.find((one) => one.id === service.project_id)?.name;
  const environment = environments?.find((one) => one.id === service.environment_id)?.name;
  const owner = service.project_id === null ? houseOwned : [project, environment].filter((one) => one !== undefined).join(' / ');
  const facts: [string, string][] = [
    [text.type, `${service.service_type}, ${service.protocol}`],
    [text.every, text.seconds(format.number(service.health_interval))],
    [text.owner, owner],
    [text.registered, format.moment(service.registered_at)],
  ];
  return (
    <Panel title={text.about}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.row}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
