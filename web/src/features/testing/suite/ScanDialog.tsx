import { Button, FileInput, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { fieldErrors } from '../../../api/problem';
import { useText } from '../../../i18n/useText';
import { Icon } from '../../../ui/icons';
import { ProblemNote } from '../../../ui/ProblemNote';
import { ScanDone } from './ComponentsPanel';
import { type ScanSource, useScan } from './useScan';

type Way = 'archive' | 'folder' | 'openapi';
const ways = ['archive', 'folder', 'openapi'] as const;

interface ScanDialogProps {
  project: number;
  /** The last source cannot be read again by itself: an upload is not kept. */
  isAgain: boolean;
  onClose: () => void;
}

export function ScanDialog({ project, isAgain, onClose }: ScanDialogProps) {
  const all = useText();
  const { testing, common } = all;
  const text = testing.scan;
  const [way, setWay] = useState<Way>('archive');
  const [file, setFile] = useState<File | null>(null);
  const [place, setPlace] = useState('');
  const [isMissing, setMissing] = useState(false);
  const scan = useScan(project);
  const atField = Object.values(fieldErrors(scan.error, all))[0];
  const mistake = isMissing ? text.required : atField;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const source = sourceOf(way, file, place.trim());
    setMissing(source === null);
    if (source !== null) scan.mutate(source);
  };

  return (
    <Modal opened onClose={onClose} title={text.title} centered closeButtonProps={{ 'aria-label': common.close }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" c="dimmed">
            {isAgain ? text.again : text.lead}
          </Text>
          <SegmentedControl
            aria-label={text.source}
            fullWidth
            value={way}
            onChange={(value) => {
              setWay(ways.find((one) => one === value) ?? 'archive');
              setMissing(false);
              scan.reset();
            }}
            data={ways.map((one) => ({ value: one, label: text.sources[one] }))}
          />
          {way === 'archive' && (
            <FileInput label={text.archive} description={text.archiveHint} placeholder={text.chooseFile} accept=".zip,.tar.gz,.tgz" value={file} onChange={setFile} error={mistake} leftSection={<Icon name="file" size={16} />} />
          )}
          {way !== 'archive' && (
            <TextInput
              key={way}
              label={text[way]}
              description={way === 'folder' ? text.folderHint : text.openapiHint}
              value={place}
              onChange={(event) => setPlace(event.currentTarget.value)}
              error={mistake}
              autoComplete="off"
              spellCheck={false}
              data-autofocus
            />
          )}
          {atField === undefined && <ProblemNote error={scan.error} />}
          {scan.data !== undefined && <ScanDone answer={scan.data} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {scan.data === undefined ? common.cancel : common.close}
            </Button>
            <Button type="submit" loading={scan.isPending}>
              {text.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function sourceOf(way: Way, file: File | null, place: string): ScanSource | null {
  if (way === 'archive') return file === null ? null : { kind: 'archive', file };
  if (place === '') return null;
  return way === 'folder' ? { kind: 'folder', path: place } : { kind: 'openapi', url: place };
}
