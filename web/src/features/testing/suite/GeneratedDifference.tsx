import { List, Stack, Text, Title } from '@mantine/core';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import type { Schemas } from '../queries';
import classes from './GeneratedDifference.module.css';

const groups = ['added', 'updated', 'kept_edited', 'obsolete'] as const;
const signs = { added: '+', updated: '~', kept_edited: '=', obsolete: '−' } as const;
const mostShown = 50;

/** What generating would do to the cases, group by group, and why less is tested than one may think. */
export function GeneratedDifference({ answer }: { answer: Schemas['GenerateSuiteAnswer'] }) {
  const text = useText().testing.generate;
  const format = useFormat();
  const { diff } = answer;
  return (
    <section className={classes.box} aria-label={text.differs} tabIndex={0}>
      <Stack gap="sm">
        {groups.map((group) => {
          const names = diff[group];
          const total = diff.counts[group];
          if (total === 0) return null;
          return (
            <div key={group} className={classes[group]}>
              <Title order={3}>{`${text.groups[group]} (${format.number(total)})`}</Title>
              <ul className={classes.list}>
                {names.slice(0, mostShown).map((one) => (
                  <li key={one.key}>
                    <span className={classes.sign} aria-hidden>
                      {signs[group]}
                    </span>
                    {one.name}
                  </li>
                ))}
              </ul>
              {total > mostShown && (
                <Text size="sm" c="dimmed">
                  {text.andMore(format.number(total - Math.min(names.length, mostShown)))}
                </Text>
              )}
            </div>
          );
        })}
        {diff.unchanged > 0 && (
          <Text size="sm" c="dimmed">
            {text.unchanged(format.number(diff.unchanged))}
          </Text>
        )}
        {answer.warnings.length > 0 && (
          <div>
            <Title order={3}>{text.warnings}</Title>
            <List size="sm" c="dimmed" spacing={2}>
              {answer.warnings.slice(0, mostShown).map((one, index) => (
                <List.Item key={index}>{one.message}</List.Item>
              ))}
            </List>
          </div>
        )}
      </Stack>
    </section>
  );
}
