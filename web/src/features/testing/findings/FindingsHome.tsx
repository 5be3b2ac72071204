import { useText } from '../../../i18n/useText';
import { ProjectsPageHome } from '../suite/TestsHome';

export default function FindingsHome() {
  return <ProjectsPageHome page="findings" title={useText().pages.findings} />;
}
