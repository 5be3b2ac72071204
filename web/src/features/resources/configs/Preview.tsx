import { Alert, Button, List, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../i18n/useText';
import { CopyButton } from '../../../ui/CopyButton';
import { Diff } from '../../../ui/Diff';
import { Icon } from '../../../ui/icons';
import { Panel } from '../../../ui/Panel';
import { download } from '../shared/download';
import classes from './Configs.module.css';
import type { Generated } from './generate';

interface PreviewProps {
  file: Generated;
  /** For what holds secrets. */
  onHide: (() => void) | null;
}

/** The whole file with its line numbers, what to look at in it, and what differs from the one in use. */
export function Preview({ file, onHide }: PreviewProps) {
  const { configs: text } = useText();
  return (
    <>
      <Panel
        title={file.filename}
        flush
        actions={
          <>
            {onHide !== null && (
              <Button variant="default" onClick={onHide}>
                {text.hide}
              </Button>
            )}
            <CopyButton value={file.content} what={text.copyWhat} withWords />
            <Button leftSection={<Icon name="download" size={16} />} onClick={() => download(file.content, file.filename)}>
              {text.download(file.filename)}
            </Button>
          </>
        }
      >
        {file.warnings.length > 0 && (
          <Alert variant="light" color="gray" c="var(--mantine-color-text)" icon={<Icon name="findings" />} title={text.warnings(file.warnings.length)} className={classes.warnings}>
            <List size="sm">
              {file.warnings.map((warning) => (
                <List.Item key={warning}>{warning}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <pre className={classes.file} tabIndex={0} role="region" aria-label={text.filename(file.filename)}>
          {file.content.replace(/\n$/, '').split('\n').map((line, index) => (
            <span key={index} className={classes.line}>
              {line}
              {'\n'}
            </span>
          ))}
        </pre>
      </Panel>
      <Drift content={file.content} />
    </>
  );
}

function Drift({ content }: { content: string }) {
  const { configs: text } = useText();
  const [deployed, setDeployed] = useState('');
  // Only line ends of another system are no difference to anybody.
  const before = deployed.replaceAll('\r\n', '\n').replace(/\n*$/, '\n');
  return (
    <Panel title={text.diff} description={text.diffHint}>
      <Textarea label={text.deployed} autosize minRows={4} maxRows={12} spellCheck={false} classNames={{ input: classes.code ?? '' }} value={deployed} onChange={(event) => setDeployed(event.currentTarget.value)} />
      {deployed.trim() !== '' && (
        <div className={classes.diff}>{before === content.replace(/\n*$/, '\n') ? <Text size="sm">{text.noDrift}</Text> : <Diff before={before} after={content} label={text.diffLabel} />}</div>
      )}
    </Panel>
  );
}
