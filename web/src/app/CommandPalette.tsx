import { Button, Kbd, Modal, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../i18n/useText';
import { Icon } from '../ui/icons';
import classes from './CommandPalette.module.css';
import { type Command, useCommands } from './useCommands';

/** Ctrl+K (⌘K): goes to any page or project, or does one of the shell's actions, by typing. */
export function CommandPalette() {
  const { shell } = useText();
  const [opened, { open, close, toggle }] = useDisclosure(false);
  useHotkeys([['mod+K', toggle]], []);
  return (
    <>
      <Button variant="default" className={classes.open} onClick={open} leftSection={<Icon name="search" size={16} />} rightSection={<Kbd size="xs">Ctrl K</Kbd>} visibleFrom="md">
        {shell.palette.open}
      </Button>
      <Button variant="default" px={9} onClick={open} hiddenFrom="md" aria-label={shell.palette.open}>
        <Icon name="search" size={16} />
      </Button>
      <Modal.Root opened={opened} onClose={close} padding={0} size="lg" yOffset="10vh">
        <Modal.Overlay />
        <Modal.Content aria-label={shell.palette.title}>
          <Palette close={close} />
        </Modal.Content>
      </Modal.Root>
    </>
  );
}

function Palette({ close }: { close: () => void }) {
  const { palette } = useText().shell;
  const id = useId();
  const [search, setSearch] = useState('');
  const [wanted, setWanted] = useState(0);
  const commands = useCommands(search);
  const active = Math.min(wanted, commands.length - 1);
  const idOf = (index: number) => `${id}-${index}`;

  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    close();
    command.run();
  };
  const go = (index: number) => {
    const target = (index + commands.length) % commands.length;
    setWanted(target);
    document.getElementById(idOf(target))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') run(commands[active]);
    else if (event.key === 'ArrowDown' && commands.length > 0) go(active + 1);
    else if (event.key === 'ArrowUp' && commands.length > 0) go(active - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div onKeyDown={onKeyDown}>
      <TextInput
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setWanted(0);
        }}
        placeholder={palette.placeholder}
        aria-label={palette.placeholder}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={commands.length > 0 ? idOf(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        size="md"
        variant="unstyled"
        className={classes.input}
        leftSection={<Icon name="search" />}
        data-autofocus
      />
      <div role="listbox" id={`${id}-list`} aria-label={palette.title} className={classes.list} tabIndex={-1}>
        {commands.map((command, index) => (
          <UnstyledButton
            key={command.key}
            id={idOf(index)}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={classes.option}
            onMouseMove={() => setWanted(index)}
            onClick={() => run(command)}
          >
            <Icon name={command.icon} />
            <span className={classes.label}>{command.label}</span>
            <Text span size="xs" c="dimmed">
              {palette[command.kind]}
            </Text>
          </UnstyledButton>
        ))}
        {commands.length === 0 && (
          <Text p="md" size="sm" c="dimmed">
            {palette.empty}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed" className={classes.hint}>
        {palette.hint}
      </Text>
    </div>
  );
}
