import { Button, Combobox, ScrollArea, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../i18n/useText';
import { Icon } from '../ui/icons';
import classes from './ProjectSwitcher.module.css';
import { projectsQuery, useProject } from './useProject';

const all = 'all';

/** Which project the pages show; all of them when none is chosen. */
export function ProjectSwitcher() {
  const { shell } = useText();
  const { data } = useQuery(projectsQuery);
  const { project, choose } = useProject();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const chosen = data?.find((one) => one.id === project);
  const found = (data ?? []).filter((one) => one.name.includes(search.trim().toLowerCase()));

  return (
    <Combobox
      store={combobox}
      width={280}
      position="bottom-start"
      onOptionSubmit={(value) => {
        choose(value === all ? null : Number(value));
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes>
        <Button variant="default" className={classes.button} onClick={() => combobox.toggleDropdown()} rightSection={<Icon name="down" size={14} />} aria-label={`${shell.project}: ${chosen?.name ?? shell.allProjects}`}>
          <span className={classes.name}>{chosen?.name ?? shell.allProjects}</span>
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search value={search} onChange={(event) => setSearch(event.currentTarget.value)} placeholder={shell.searchProjects} aria-label={shell.searchProjects} />
        <Combobox.Options aria-label={shell.project}>
          <ScrollArea.Autosize mah={320} type="scroll">
            {search === '' && (
              <Combobox.Option value={all} active={project === null}>
                {shell.allProjects}
              </Combobox.Option>
            )}
            {found.map((one) => (
              <Combobox.Option key={one.id} value={String(one.id)} active={one.id === project} className={classes.option}>
                {one.name}
              </Combobox.Option>
            ))}
            {search !== '' && found.length === 0 && <Combobox.Empty>{shell.noProjects}</Combobox.Empty>}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
