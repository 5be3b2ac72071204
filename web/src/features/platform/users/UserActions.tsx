import { ActionIcon, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, doneOf } from '../../../api/client';
import { useMe } from '../../../api/session';
import { useText } from '../../../i18n/useText';
import { Confirm } from '../../../ui/Confirm';
import { Icon } from '../../../ui/icons';
import { useAction } from '../../../ui/useAction';
import type { User } from './queries';

interface UserActionsProps {
  user: User;
  onEdit: (user: User) => void;
  onLink: (user: User) => void;
}

export function UserActions({ user, onEdit, onLink }: UserActionsProps) {
  const { common, people } = useText();
  const { users } = people;
  const client = useQueryClient();
  const me = useMe();
  const act = useAction();
  const [asking, setAsking] = useState<'deactivate' | 'delete' | null>(null);
  const params = { path: { id: user.id } };
  const readAnew = () => client.invalidateQueries({ queryKey: ['user'] });
  const activate = async () => {
    await doneOf(api.POST('/api/v1/users/{id}/activate', { params }));
    await readAnew();
  };
  const confirm = async () => {
    if (asking === 'delete') await doneOf(api.DELETE('/api/v1/users/{id}', { params }));
    else await doneOf(api.POST('/api/v1/users/{id}/deactivate', { params }));
    await readAnew();
  };

  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" c="dimmed" aria-label={common.actionsFor(user.name)}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="edit" size={16} />} onClick={() => onEdit(user)}>
            {common.edit}
          </Menu.Item>
          {user.email !== null && (
            <Menu.Item leftSection={<Icon name="link" size={16} />} onClick={() => onLink(user)}>
              {users.newLink}
            </Menu.Item>
          )}
          {user.id !== me.id && (
            <>
              {user.is_active ? (
                <Menu.Item leftSection={<Icon name="signOut" size={16} />} onClick={() => setAsking('deactivate')}>
                  {users.deactivate}
                </Menu.Item>
              ) : (
                <Menu.Item leftSection={<Icon name="check" size={16} />} onClick={() => void act(activate, users.activated)}>
                  {users.activate}
                </Menu.Item>
              )}
              <Menu.Item c="var(--al-bad)" leftSection={<Icon name="trash" size={16} />} onClick={() => setAsking('delete')}>
                {common.delete}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking !== null}
        onClose={() => setAsking(null)}
        onConfirm={confirm}
        title={asking === 'delete' ? users.remove : users.deactivateTitle}
        action={asking === 'delete' ? common.delete : users.deactivate}
        {...(asking === 'delete' && { typed: user.name })}
      >
        {asking === 'delete' ? users.removeHint(user.name) : users.deactivateHint(user.name)}
      </Confirm>
    </>
  );
}
