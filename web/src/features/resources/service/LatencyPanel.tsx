import { Text } from '@mantine/core';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { Panel } from '../../../ui/Panel';
import { latencyParts } from './latencyPath';
import classes from './ServiceDetails.module.css';
import type { Details } from './StateTiles';

const width = 1000;
const height = 150;

export function LatencyPanel({ details }: { details: Details }) {
  const { service: text, health } = useText().resources;
  const format = useFormat();
  const oldestFirst = details.history.toReversed();
  const latencies = oldestFirst.map((look) => look.latency_ms);
  const known = latencies.filter((one) => one !== null);
  const average = known.length === 0 ? health.notAvailable : health.latency(Math.round(known.reduce((sum, one) => sum + one, 0) / known.length));
  const { parts, top } = latencyParts(latencies, width, height);
  const [first, last] = [oldestFirst[0], oldestFirst.at(-1)];
  return (
    <Panel title={text.latency} description={text.latencyLead}>
      {known.length < 2 || first === undefined || last === undefined ? (
        <Text size="sm" c="dimmed">
          {text.tooFew}
        </Text>
      ) : (
        <>
          <svg className={classes.chart} viewBox={`0 -14 ${width} ${height + 20}`} preserveAspectRatio="none" role="img" aria-label={text.latencyChart(details.service.name, format.number(latencies.length), average)}>
            {[0, height / 2, height].map((y) => (
              <line key={y} x1={0} x2={width} y1={y} y2={y} stroke="var(--al-line)" vectorEffect="non-scaling-stroke" />
            ))}
            {parts.map((part, index) => (
              <polyline key={index} points={part.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')} fill="none" stroke="var(--al-accent)" strokeWidth={2} vectorEffect="non-scaling-stroke" strokeLinejoin="round" strokeLinecap="round" />
            ))}
          </svg>
          <div className={classes.ends}>
            <span>{format.moment(first.checked_at)}</span>
            <span>0 – {health.latency(top)}</span>
            <span>{format.moment(last.checked_at)}</span>
          </div>
        </>
      )}
    </Panel>
  );
}
