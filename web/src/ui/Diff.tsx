import { Text, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useFormat } from '../i18n/useFormat';
import { useText } from '../i18n/useText';
import classes from './Diff.module.css';
import { diffLines, foldSame } from './diffLines';

const signs = { same: ' ', added: '+', removed: '−' } as const;

/** What differs between two texts, line by line; never by colour alone. */
export function Diff({ before, after, label }: { before: string; after: string; label?: string }) {
  const { common } = useText();
  const format = useFormat();
  const lines = useMemo(() => foldSame(diffLines(before, after)), [before, after]);
  if (before === after) {
    return (
      <Text size="sm" c="dimmed">
        {common.diff.same}
      </Text>
    );
  }
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={label ?? common.diff.label}>
      <table className={classes.diff}>
        <tbody>
          {lines.map((line, index) =>
            line.kind === 'skipped' ? (
              <tr key={index} className={classes.skipped}>
                <td colSpan={4}>{common.diff.skipped(format.number(line.count))}</td>
              </tr>
            ) : (
              <tr key={index} className={classes[line.kind]}>
                <td className={classes.number}>{line.before}</td>
                <td className={classes.number}>{line.after}</td>
                <td className={classes.sign}>
                  <span aria-hidden>{signs[line.kind]}</span>
                  {line.kind !== 'same' && <VisuallyHidden>{common.diff[line.kind]}</VisuallyHidden>}
                </td>
                <td className={classes.text}>{line.text}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
