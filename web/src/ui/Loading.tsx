import { Skeleton, Stack } from '@mantine/core';
import { useText } from '../i18n/useText';

/** Stands where rows will be, in their height, so that nothing jumps. */
export function LoadingRows({ rows = 5, height = 44 }: { rows?: number; height?: number }) {
  return (
    <Waiting>
      <Stack gap={1}>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} style={{ height, padding: '12px 16px' }}>
            <Skeleton height={height - 24} width={`${90 - ((row * 17) % 40)}%`} />
          </div>
        ))}
      </Stack>
    </Waiting>
  );
}

/** Stands where one thing of a known height will be. */
export function LoadingBlock({ height }: { height: number }) {
  return (
    <Waiting>
      <Skeleton height={height} radius="md" />
    </Waiting>
  );
}

function Waiting({ children }: { children: React.ReactNode }) {
  const text = useText();
  return (
    <div role="status" aria-label={text.common.loading}>
      {children}
    </div>
  );
}
