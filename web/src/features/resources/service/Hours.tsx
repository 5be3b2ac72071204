import { useState } from 'react';
import type { components } from '../../../api/schema';
import { useLocale, useText } from '../../../i18n/useText';
import { Panel } from '../../../ui/Panel';
import { hoursOfDay } from './hoursOfDay';
import classes from './ServiceDetails.module.css';

const marks = { ok: '●', partly: '◐', bad: '○', none: '' } as const;

/** How the last 24 hours were, one mark an hour. */
export function Hours({ hours }: { hours: readonly components['schemas']['ReadServiceHourView'][] }) {
  const { service: text } = useText().resources;
  const { language } = useLocale();
  const [now] = useState(() => Date.now());
  const hourOf = (start: number) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(start);
  const day = hoursOfDay(hours, now);
  return (
    <Panel title={text.history} description={text.historyLead}>
      <ol className={classes.hours} aria-label={text.history}>
        {day.map((hour) => {
          const said = hour.state === 'none' ? text.hourEmpty(hourOf(hour.start)) : text.hour(hourOf(hour.start), String(hour.good), String(hour.looks));
          return (
            <li key={hour.start}>
              <span className={classes.hour} data-state={hour.state} role="img" aria-label={said} title={said}>
                {marks[hour.state]}
              </span>
            </li>
          );
        })}
      </ol>
      <div className={classes.ends}>
        <span>{hourOf(day[0]?.start ?? now)}</span>
        <span>{hourOf(day.at(-1)?.start ?? now)}</span>
      </div>
    </Panel>
  );
}
