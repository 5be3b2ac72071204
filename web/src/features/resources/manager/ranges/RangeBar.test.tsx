import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPart } from '../../../../test/render';
import { RangeBar } from './RangeBar';

test('the bar has ten cells, of which those are full that the percentage fills, and says the percentage', () => {
  renderPart(<RangeBar name="app" free={820} size={1000} />);
  const meter = screen.getByRole('meter', { name: 'app' });
  expect(meter).toHaveAttribute('aria-valuenow', '82');
  expect(meter.querySelectorAll('[data-full]')).toHaveLength(10);
  expect(meter.querySelectorAll('[data-full="true"]')).toHaveLength(8);
  expect(screen.getByText('82% available')).toBeInTheDocument();
});
