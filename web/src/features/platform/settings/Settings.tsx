import { Group, NativeSelect, SimpleGrid, Text, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isHouseAdmin, useMe } from '../../../api/session';
import { ConsoleLink } from '../../../app/ConsoleLink';
import { themeChoices } from '../../../app/themeChoices';
import { chooseLanguage, languageNames, languages } from '../../../i18n/language';
import { useLocale } from '../../../i18n/useText';
import { Icon, type IconName } from '../../../ui/icons';
import { Page } from '../../../ui/Page';
import { Panel } from '../../../ui/Panel';
import { Readiness } from '../Readiness';
import { readinessQuery } from '../readiness';
import classes from './Settings.module.css';

const places: readonly { key: 'resources' | 'projects' | 'users' | 'profile'; to: string; icon: IconName; admin?: true }[] = [
  { key: 'resources', to: '/resources', icon: 'resources' },
  { key: 'projects', to: '/projects', icon: 'projects' },
  { key: 'users', to: '/users', icon: 'users', admin: true },
  { key: 'profile', to: '/profile', icon: 'user' },
];

export default function Settings() {
  const { language, text } = useLocale();
  const { settings, shell } = text;
  const isAdmin = isHouseAdmin(useMe());
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page title={text.pages.settings} lead={settings.lead} narrow>
      <Panel title={settings.places} flush>
        {places
          .filter((place) => place.admin !== true || isAdmin)
          .map(({ key, to, icon }) => (
            <ConsoleLink key={key} to={to} className={classes.place ?? ''}>
              <Icon name={icon} size={22} />
              <span className={classes.words}>
                <Text fw={500} size="sm" component="span">
                  {settings[key].title}
                </Text>
                <Text size="sm" c="dimmed" component="span">
                  {settings[key].hint}
                </Text>
              </span>
              <Icon name="right" />
            </ConsoleLink>
          ))}
      </Panel>
      <Panel title={settings.personal}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={settings.language}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={language}
            onChange={(event) => {
              const chosen = languages.find((one) => one === event.currentTarget.value);
              if (chosen !== undefined) chooseLanguage(chosen);
            }}
          />
          <NativeSelect
            label={settings.theme}
            data={themeChoices.map(({ value }) => ({ value, label: shell.themes[value] }))}
            value={colorScheme}
            onChange={(event) => {
              const chosen = themeChoices.find(({ value }) => value === event.currentTarget.value);
              if (chosen !== undefined) setColorScheme(chosen.value);
            }}
          />
        </SimpleGrid>
      </Panel>
      <ServerPanel />
    </Page>
  );
}

function ServerPanel() {
  const { settings } = useLocale().text;
  const { data } = useQuery(readinessQuery);
  return (
    <Panel title={settings.server}>
      <Group justify="space-between" mih={24}>
        {data !== undefined && (
          <>
            <Readiness status={data.status} />
            <Text size="sm" c="dimmed">
              {settings.version(data.version)}
            </Text>
          </>
        )}
      </Group>
    </Panel>
  );
}
