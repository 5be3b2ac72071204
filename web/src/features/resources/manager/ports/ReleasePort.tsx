import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../../api/client';
import { useText } from '../../../../i18n/useText';
import { Confirm } from '../../../../ui/Confirm';
import { everyHost, type Port } from '../queries';

export function ReleasePort({ port, onClose }: { port: Port; onClose: () => void }) {
  const text = useText().resources.ports;
  const client = useQueryClient();
  const release = async () => {
    // By the port and its address: a service's further ports are not meant.
    await answerOf(api.POST('/api/v1/resources/ports/release', { body: { port: port.port, host: port.host, bind_address: port.bind_address, service_name: port.service_name } }));
    await client.invalidateQueries({ queryKey: ['port'] });
    notifications.show({ message: text.released });
  };
  return (
    <Confirm opened onClose={onClose} onConfirm={release} title={text.releaseTitle(String(port.port))} action={text.release}>
      {text.releaseHint(port.label, port.host === everyHost ? text.everyHost : port.host)}
    </Confirm>
  );
}
