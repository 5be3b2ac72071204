import { Group, Stack, Text } from '@mantine/core';
import { useMe } from '../../../api/session';
import { useText } from '../../../i18n/useText';
import { Page } from '../../../ui/Page';
import { Panel } from '../../../ui/Panel';
import { roleName } from '../roleName';
import { PasswordPanel } from './PasswordPanel';
import { SessionsPanel } from './SessionsPanel';
import { TokensPanel } from './TokensPanel';

export default function Profile() {
  const text = useText();
  const me = useMe();
  const { profile } = text.account;
  const facts = [
    [text.common.name, me.name],
    [profile.email, me.email ?? text.common.none],
    [profile.role, roleName(text, me.role)],
  ];
  return (
    <Page title={text.pages.profile} narrow>
      <Panel title={profile.you}>
        <Group gap="xl">
          {facts.map(([name, value]) => (
            <Stack key={name} gap={0}>
              <Text size="xs" c="dimmed">
                {name}
              </Text>
              <Text style={{ overflowWrap: 'anywhere' }}>{value}</Text>
            </Stack>
          ))}
        </Group>
      </Panel>
      {me.email !== null && <PasswordPanel />}
      <SessionsPanel />
      <TokensPanel />
    </Page>
  );
}
