import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../../api/client';
import { useText } from '../../../../i18n/useText';
import { Confirm } from '../../../../ui/Confirm';
import type { Service } from '../queries';

interface DeregisterServiceProps {
  service: Service;
  onClose: () => void;
  onDone?: () => void;
}

export function DeregisterService({ service, onClose, onDone }: DeregisterServiceProps) {
  const text = useText().resources.health;
  const client = useQueryClient();
  const { name, host, port, project_id, environment_id } = service;
  const deregister = async () => {
    await answerOf(api.POST('/api/v1/resources/services/deregister', { body: { name, host, port, project_id, environment_id } }));
    await client.invalidateQueries({ queryKey: ['service'] });
    onDone?.();
  };
  return (
    <Confirm opened onClose={onClose} onConfirm={deregister} title={text.deregisterTitle(name)} action={text.deregister}>
      {text.deregisterHint(service.url)}
    </Confirm>
  );
}
