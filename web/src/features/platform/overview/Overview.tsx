import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { useText } from '../../../i18n/useText';

export default function Overview() {
  const text = useText();
  return (
    <Page title={text.pages.overview}>
      <EmptyState title={text.pages.overview} hint={text.shell.product} />
    </Page>
  );
}
