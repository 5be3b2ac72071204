import { Anchor } from '@mantine/core';
import { ConsoleLink } from '../../app/ConsoleLink';

/** Above a page's title: to where one came from. */
export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Anchor component={ConsoleLink} to={to} size="sm">
      {`← ${label}`}
    </Anchor>
  );
}
