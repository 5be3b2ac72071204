import { Text, Title } from '@mantine/core';
import { useText } from '../../../i18n/useText';
import { Diff } from '../../../ui/Diff';
import { StatusMark } from '../../../ui/StatusMark';
import type { Schemas } from '../queries';
import { prettyText } from './prettyText';
import classes from './runs.module.css';

/** What was checked; of what did not hold, the expected and the actual value line by line. */
export function AssertionList({ assertions, order = 3 }: { assertions: readonly Schemas['AssertionResult'][]; order?: 3 | 4 }) {
  const text = useText().testing.result;
  return (
    <section aria-label={text.assertions}>
      <Title order={order} size="h4">
        {text.assertions}
      </Title>
      <ul className={classes.list}>
        {assertions.map((assertion, index) => (
          <li key={index} className={classes.assertion}>
            <StatusMark mark={assertion.passed ? 'full' : 'empty'} tone={assertion.passed ? 'ok' : 'bad'} label={assertion.passed ? text.asExpected : text.notExpected} />{' '}
            <span className={classes.line}>{assertion.assertion}</span>
            {!assertion.passed && <NotHeld assertion={assertion} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NotHeld({ assertion }: { assertion: Schemas['AssertionResult'] }) {
  const text = useText().testing.result;
  const { expected, actual, message } = assertion;
  return (
    <div style={{ marginTop: 6 }}>
      {message !== null && (
        <Text size="sm" mb={4}>
          {message}
        </Text>
      )}
      {(expected !== null || actual !== null) && (
        <>
          <div className={classes.legend}>
            <span>{`− ${text.expected}`}</span>
            <span>{`+ ${text.actual}`}</span>
          </div>
          <Diff before={prettyText(expected ?? '')} after={prettyText(actual ?? '')} label={text.difference} />
        </>
      )}
    </div>
  );
}
