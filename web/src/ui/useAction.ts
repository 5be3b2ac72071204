import { notifications } from '@mantine/notifications';
import { explain } from '../api/problem';
import { useText } from '../i18n/useText';

/** Does something at the press of a button and says how it went: for what has no form to show a refusal in. */
export function useAction(): (work: () => Promise<unknown>, done?: string) => Promise<void> {
  const text = useText();
  return async (work, done) => {
    try {
      await work();
      if (done !== undefined) notifications.show({ message: done });
    } catch (error) {
      const { title, hint } = explain(error, text);
      notifications.show({ title, message: hint, color: 'danger', autoClose: 10_000, role: 'alert' });
    }
  };
}
