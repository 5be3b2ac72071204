import { Group, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { themeChoices } from '../../../app/themeChoices';
import { chooseLanguage, languageNames, languages } from '../../../i18n/language';
import { useLocale } from '../../../i18n/useText';

export function OpenPageChoices() {
  const { language, text } = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Group gap="xs" justify="center">
      <NativeSelect
        size="xs"
        aria-label={text.shell.language}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={(event) => {
          const chosen = languages.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) chooseLanguage(chosen);
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={text.shell.theme}
        data={themeChoices.map(({ value }) => ({ value, label: text.shell.themes[value] }))}
        value={colorScheme}
        onChange={(event) => {
          const chosen = themeChoices.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) setColorScheme(chosen.value);
        }}
      />
    </Group>
  );
}
