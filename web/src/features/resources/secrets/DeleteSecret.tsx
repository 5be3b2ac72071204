import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../../../i18n/useText';
import { Confirm } from '../../../ui/Confirm';
import { deleteSecret, type Secret } from './queries';

export function DeleteSecret({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  const { common, secrets } = useText();
  const client = useQueryClient();
  const remove = async () => {
    await deleteSecret(secret);
    await client.invalidateQueries({ queryKey: ['secret'] });
  };
  return (
    <Confirm opened onClose={onClose} onConfirm={remove} title={secrets.remove.title(secret.key)} action={common.delete} typed={secret.key}>
      {secrets.remove.hint}
    </Confirm>
  );
}
