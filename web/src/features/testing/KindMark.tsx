import { useText } from '../../i18n/useText';
import { Icon, type IconName } from '../../ui/icons';
import classes from './testing.module.css';
import { type Kind, kinds } from './queries';

const icons: Record<Kind, IconName> = { smoke: 'fire', api: 'globe', form: 'note', query: 'box', auth: 'user', edge: 'settings', security: 'secrets', e2e: 'link', load: 'performance' };

/** What kind of test it is: an icon with its word; on phones the word is for screen readers only. */
export function KindMark({ kind }: { kind: string }) {
  const { testing } = useText();
  const known = kinds.find((one) => one === kind);
  const name = known === undefined ? kind : testing.kinds[known];
  const icon = known === undefined ? 'tests' : icons[known];
  return (
    <span className={classes.kind} role="img" aria-label={name} title={name} data-icon={icon}>
      <Icon name={icon} size={16} />
      <span className={classes.kindName}>{name}</span>
    </span>
  );
}
