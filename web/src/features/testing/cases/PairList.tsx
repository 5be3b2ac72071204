import { ActionIcon, Button, Input, Stack, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/useText';
import { Icon } from '../../../ui/icons';
import classes from './cases.module.css';
import { newPair, type Pair } from './caseValues';

interface PairListProps {
  label: string;
  add: string;
  pairs: readonly Pair[];
  onChange: (pairs: Pair[]) => void;
  mistakes: Record<string, string>;
}

/** Names with their values, such as headers. */
export function PairList({ label, add, pairs, onChange, mistakes }: PairListProps) {
  const { testing, common } = useText();
  const text = testing.editor;
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Input.Label component="div">{label}</Input.Label>
      {pairs.map((pair, index) => (
        <div key={pair.id} className={classes.pair}>
          <TextInput aria-label={text.pairName} placeholder={text.pairName} value={pair.name} error={mistakes[pair.id]} onChange={(event) => onChange(pairs.with(index, { ...pair, name: event.currentTarget.value }))} autoComplete="off" spellCheck={false} />
          <TextInput aria-label={text.pairValue} placeholder={text.pairValue} value={pair.value} onChange={(event) => onChange(pairs.with(index, { ...pair, value: event.currentTarget.value }))} autoComplete="off" spellCheck={false} />
          <ActionIcon size="lg" variant="subtle" color="gray" c="dimmed" aria-label={`${common.remove} ${pair.name}`.trim()} onClick={() => onChange(pairs.filter((one) => one !== pair))}>
            <Icon name="trash" size={16} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button size="compact-sm" variant="subtle" leftSection={<Icon name="plus" size={14} />} onClick={() => onChange([...pairs, newPair()])}>
          {add}
        </Button>
      </div>
    </Stack>
  );
}
