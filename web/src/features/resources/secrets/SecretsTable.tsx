import { ActionIcon, Menu, Text, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { mayIn, useMe } from '../../../api/session';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Icon } from '../../../ui/icons';
import { StatusMark } from '../../../ui/StatusMark';
import { useAction } from '../../../ui/useAction';
import { DeleteSecret } from './DeleteSecret';
import { EditSecret } from './EditSecret';
import { readValue, type Secret } from './queries';
import { RevealSecret } from './RevealSecret';
import { SecretForm } from './SecretForm';
import classes from './Secrets.module.css';
import { SecretVersions } from './SecretVersions';

type Doing = 'reveal' | 'rotate' | 'versions' | 'edit' | 'delete';

interface SecretsTableProps {
  secrets: readonly Secret[];
  environments: readonly { id: number; name: string; is_protected: boolean }[];
}

export function SecretsTable({ secrets, environments }: SecretsTableProps) {
  const { common, secrets: text } = useText();
  const format = useFormat();
  const me = useMe();
  const act = useAction();
  const [doing, setDoing] = useState<{ kind: Doing; secret: Secret } | null>(null);
  const close = () => setDoing(null);
  const environmentOf = (secret: Secret) => environments.find((one) => one.id === secret.environment_id);
  const mayRead = (secret: Secret) => mayIn(me, secret.project_id, secret.project_id === null || environmentOf(secret)?.is_protected === true ? 'admin' : 'developer');
  const scopeName = (secret: Secret) => (secret.scope === 'global' ? text.scopes.global : secret.environment_id === null ? text.scopes.project : (environmentOf(secret)?.name ?? common.none));

  /** From the answer to the clipboard, and nowhere in between. */
  const copy = (secret: Secret) =>
    act(async () => {
      await navigator.clipboard.writeText(await readValue(secret));
      notifications.show({ message: text.copied(secret.key) });
    });

  const columns: Column<Secret>[] = [
    {
      key: 'key',
      header: text.columns.key,
      sortBy: (secret) => secret.key,
      render: (secret) => (
        <>
          <span className={classes.key} title={secret.key}>
            {secret.key}
          </span>
          {secret.description !== null && (
            <Text span size="xs" c="dimmed" className={classes.under} title={secret.description}>
              {secret.description}
            </Text>
          )}
        </>
      ),
    },
    { key: 'scope', header: text.columns.scope, width: '9rem', wideOnly: true, sortBy: scopeName, render: scopeName },
    {
      key: 'value',
      header: text.columns.value,
      width: mayReadAny(secrets, mayRead) ? 'min(13rem, 30vw)' : '8rem',
      render: (secret) => (
        <span className={classes.value}>
          <span className={classes.dots} role="img" aria-label={secret.is_sensitive ? text.hidden : `${text.hidden}, ${text.notSensitive}`}>
            ••••••
          </span>
          {mayRead(secret) && (
            <>
              <IconAction label={text.reveal(secret.key)} icon="eye" onClick={() => setDoing({ kind: 'reveal', secret })} />
              <IconAction label={text.copyUnseen(secret.key)} icon="copy" onClick={() => void copy(secret)} />
            </>
          )}
        </span>
      ),
    },
    { key: 'expires', header: text.columns.expires, width: '9rem', wideOnly: true, sortBy: (secret) => secret.expires_at ?? '9', render: (secret) => <Expiry at={secret.expires_at} /> },
    { key: 'version', header: text.columns.version, width: '5.5rem', wideOnly: true, align: 'right', sortBy: (secret) => secret.version, render: (secret) => format.number(secret.version) },
    {
      key: 'actions',
      header: common.actions,
      hideHeader: true,
      width: '4rem',
      align: 'right',
      render: (secret) => <SecretMenu secret={secret} mayChange={mayRead(secret)} onDo={(kind) => setDoing({ kind, secret })} />,
    },
  ];
  return (
    <>
      <DataTable label={text.title} columns={columns} rows={secrets} rowKey={(secret) => secret.id} />
      {doing?.kind === 'reveal' && <RevealSecret secret={doing.secret} onClose={close} />}
      {doing?.kind === 'rotate' && <SecretForm scope={doing.secret} secret={doing.secret} onClose={close} />}
      {doing?.kind === 'versions' && <SecretVersions secret={doing.secret} mayRestore={mayRead(doing.secret)} onClose={close} />}
      {doing?.kind === 'edit' && <EditSecret secret={doing.secret} onClose={close} />}
      {doing?.kind === 'delete' && <DeleteSecret secret={doing.secret} onClose={close} />}
    </>
  );
}

const mayReadAny = (secrets: readonly Secret[], mayRead: (secret: Secret) => boolean) => secrets.some(mayRead);

function IconAction({ label, icon, onClick }: { label: string; icon: 'eye' | 'copy'; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={label} onClick={onClick}>
        <Icon name={icon} size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

const soon = 14 * 86_400_000;

function Expiry({ at }: { at: string | null }) {
  const { secrets: text } = useText();
  const format = useFormat();
  const [now] = useState(() => Date.now());
  if (at === null) return <Text span size="sm" c="dimmed">{text.never}</Text>;
  const left = Date.parse(at) - now;
  if (left <= 0) return <StatusMark mark="empty" tone="bad" label={text.expired} />;
  return left < soon ? <StatusMark mark="half" tone="warn" label={format.ago(at)} /> : <span title={format.moment(at)}>{format.date(at)}</span>;
}

function SecretMenu({ secret, mayChange, onDo }: { secret: Secret; mayChange: boolean; onDo: (doing: Doing) => void }) {
  const { common, secrets: text } = useText();
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={common.actionsFor(secret.key)}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayChange && (
          <Menu.Item leftSection={<Icon name="refresh" size={16} />} onClick={() => onDo('rotate')}>
            {text.menu.rotate}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Icon name="clock" size={16} />} onClick={() => onDo('versions')}>
          {text.menu.versions}
        </Menu.Item>
        {mayChange && (
          <>
            <Menu.Item leftSection={<Icon name="edit" size={16} />} onClick={() => onDo('edit')}>
              {text.menu.edit}
            </Menu.Item>
            <Menu.Item c="var(--al-bad)" leftSection={<Icon name="trash" size={16} />} onClick={() => onDo('delete')}>
              {text.menu.delete}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
