import { Group, Stack, Text, Title } from '@mantine/core';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { CopyButton } from '../../../ui/CopyButton';
import type { Schemas } from '../queries';
import { AssertionList } from './AssertionList';
import { prettyText } from './prettyText';
import classes from './runs.module.css';

/** One exchange: what was checked first, because that is what one comes for, then what was sent and answered. */
export function ResultStep({ step, title }: { step: Schemas['ReadResultResultStep']; title: string | null }) {
  const text = useText().testing.result;
  const format = useFormat();
  const { request, response } = step;
  const order = title === null ? 3 : 4;
  return (
    <Stack gap="md">
      {title !== null && <Title order={3}>{title}</Title>}
      {step.assertions.length > 0 && <AssertionList assertions={step.assertions} order={order} />}
      {request !== null && (
        <section aria-label={text.request}>
          <Group justify="space-between" mb={4}>
            <Title order={order} size="h4">
              {text.request}
            </Title>
            {step.curl !== null && <CopyButton value={step.curl} what={text.curl} withWords words={text.copyCurl} />}
          </Group>
          <Stack gap="xs">
            <div className={classes.line}>{`${request.method} ${request.url}`}</div>
            <Headers headers={request.headers} />
            {request.body !== null && <Body body={request.body} />}
          </Stack>
        </section>
      )}
      {response !== null && (
        <section aria-label={text.response}>
          <Title order={order} size="h4" mb={4}>
            {text.response}
          </Title>
          <Stack gap="xs">
            <div className={classes.line}>{text.status(String(response.status))}</div>
            <Headers headers={response.headers} />
            {response.truncated && (
              <Text size="xs" c="dimmed">
                {text.truncated(format.number(response.body_length))}
              </Text>
            )}
            {response.body === null || response.body === '' ? (
              <Text size="sm" c="dimmed">
                {text.noBody}
              </Text>
            ) : (
              <Body body={response.body} />
            )}
          </Stack>
        </section>
      )}
    </Stack>
  );
}

function Headers({ headers }: { headers: readonly Schemas['NameValue'][] }) {
  const text = useText().testing.result;
  if (headers.length === 0) return null;
  return (
    <table className={classes.headers} aria-label={text.headers}>
      <tbody>
        {headers.map((header, index) => (
          <tr key={index}>
            <th scope="row">{header.name}</th>
            <td>{header.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Body({ body }: { body: string }) {
  const text = useText().testing.result;
  return (
    <pre className={classes.code} tabIndex={0} role="region" aria-label={text.body}>
      {prettyText(body)}
    </pre>
  );
}
