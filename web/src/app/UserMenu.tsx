import { ActionIcon, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { signOut, useMe } from '../api/session';
import { chooseLanguage, languageNames, languages } from '../i18n/language';
import { useLocale } from '../i18n/useText';
import { Icon } from '../ui/icons';
import { ConsoleLink } from './ConsoleLink';
import { themeChoices } from './themeChoices';

/** Who is signed in, and what is theirs to choose: language, appearance, profile, leaving. */
export function UserMenu() {
  const { language, text } = useLocale();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async () => {
    await signOut(client);
    await navigate({ to: '/sign-in', search: () => ({}) });
  };
  return (
    <Menu width={240} position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} radius="xl" aria-label={`${text.shell.account}: ${me.name}`}>
          <Icon name="user" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {me.name}
          </Text>
          {me.email !== null && (
            <Text size="xs" truncate>
              {me.email}
            </Text>
          )}
        </Menu.Label>
        <Menu.Item component={ConsoleLink} to="/profile" leftSection={<Icon name="user" size={16} />} closeMenuOnClick>
          {text.shell.profile}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{text.shell.language}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(value) => chooseLanguage(value === 'pt-BR' ? value : 'en')}>
          {languages.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one}>
              {languageNames[one]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{text.shell.theme}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}>
          {themeChoices.map(({ value }) => (
            <Menu.RadioItem key={value} value={value}>
              {text.shell.themes[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="signOut" size={16} />} onClick={() => void leave()}>
          {text.shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
