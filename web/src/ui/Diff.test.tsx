import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPart } from '../test/render';
import { Diff } from './Diff';

test('says which lines are added and which removed in words too', () => {
  renderPart(<Diff before={'a\nb'} after={'a\nc'} />);
  expect(screen.getByRole('row', { name: /removed b/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /added c/ })).toBeInTheDocument();
});

test('says so when nothing differs', () => {
  renderPart(<Diff before="a" after="a" />);
  expect(screen.getByText('Nothing differs.')).toBeInTheDocument();
});
