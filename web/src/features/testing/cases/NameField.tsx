import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import classes from './cases.module.css';

const suggestionsQuery = (project: number, typed: string) =>
  queryOptions({
    queryKey: ['scenario', 'suggest', project, typed],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/suggest', { params: { query: { query: typed, k: 5, mode: 'hybrid', project_id: project } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });

interface NameFieldProps {
  project: number;
  value: string;
  error: string | undefined;
  onChange: (name: string) => void;
  /** The name and description of a scenario that was taken. */
  onTake: (scenario: { name: string; description: string }) => void;
}

/** The case's name, with stored scenarios that mean the same: taking one fills name and description. */
export function NameField({ project, value, error, onChange, onTake }: NameFieldProps) {
  const text = useText().testing.editor;
  const format = useFormat();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  // Only what somebody types is looked up, not the name that is there already.
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const { data } = useQuery({ ...suggestionsQuery(project, asked), enabled: asked.length >= 3 });
  const found = asked.length >= 3 ? (data?.results ?? []) : [];

  const take = async (id: number) => {
    combobox.closeDropdown();
    setTyped('');
    const scenario = await dataOf(api.GET('/api/v1/scenarios/{id}', { params: { path: { id } } }));
    onTake({ name: scenario.title, description: scenario.description ?? '' });
    notifications.show({ message: text.suggestions.taken });
  };

  return (
    <Combobox store={combobox} onOptionSubmit={(option) => void take(Number(option))}>
      <Combobox.Target>
        <TextInput
          label={text.name}
          description={text.nameHint}
          value={value}
          error={error}
          withAsterisk
          autoComplete="off"
          onChange={(event) => {
            onChange(event.currentTarget.value);
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label={text.suggestions.title}>
          {found.map((one) => (
            <Combobox.Option key={one.id} value={String(one.id)} className={classes.suggestion}>
              <Text size="sm">{one.title}</Text>
              <span className={classes.why}>
                {[text.suggestions.similarity(format.percent(one.similarity)), ...(one.why == null || one.why.length === 0 ? [] : [text.suggestions.why(one.why.join(', '))])].join(' · ')}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
