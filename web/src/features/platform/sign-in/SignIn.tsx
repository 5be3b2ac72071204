import { Page } from '../../../ui/Page';
import { useText } from '../../../i18n/useText';

export default function SignIn() {
  const text = useText();
  return <Page title={text.pages.signIn}>{null}</Page>;
}
