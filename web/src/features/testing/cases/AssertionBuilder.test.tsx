import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { renderPart } from '../../../test/render';
import { AssertionBuilder } from './AssertionBuilder';
import { type Assertion, type Draft, toAssertion, toDraft } from './assertions';

// Typing letter by letter takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function Builder({ first, mistakes = {}, hear }: { first: Assertion[]; mistakes?: Record<string, string>; hear: (drafts: Draft[]) => void }) {
  const [drafts, setDrafts] = useState(() => first.map(toDraft));
  return (
    <AssertionBuilder
      drafts={drafts}
      mistakes={mistakes}
      onChange={(next) => {
        setDrafts(next);
        hear(next);
      }}
    />
  );
}

function build(first: Assertion[], mistakes?: Record<string, string>) {
  let last: Draft[] = [];
  renderPart(<Builder first={first} hear={(drafts) => (last = drafts)} {...(mistakes && { mistakes })} />);
  return () => last.map(toAssertion);
}

const choose = async (label: string, option: string) => {
  await userEvent.click(screen.getByRole('combobox', { name: label }));
  await userEvent.click(screen.getByRole('option', { name: option, hidden: true }));
};

test('a header is looked at by its name, an operator and a value', async () => {
  const result = build([{ type: 'status', operator: 'eq', value: 200 }]);
  await choose('What', 'Header');
  await choose('How', 'contains');
  await userEvent.type(screen.getByRole('textbox', { name: 'Header name' }), 'content-type');
  await userEvent.clear(screen.getByRole('textbox', { name: 'Value' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Value' }), 'json');
  expect(result()).toEqual([{ type: 'header', subject: 'content-type', operator: 'contains', value: 'json' }]);
});

test('an operator without a value has no field for one', async () => {
  const result = build([{ type: 'jsonpath', subject: '$.id', operator: 'eq', value: 5 }]);
  await choose('How', 'is there');
  expect(screen.queryByRole('textbox', { name: 'Value' })).not.toBeInTheDocument();
  expect(result()).toEqual([{ type: 'jsonpath', subject: '$.id', operator: 'exists' }]);
});

test('several values are typed one after the other', async () => {
  const result = build([{ type: 'status', operator: 'in', value: [200] }]);
  await userEvent.type(screen.getByLabelText('Value', { selector: 'input' }), '204{Enter}');
  expect(result()).toEqual([{ type: 'status', operator: 'in', value: [200, 204] }]);
});

test('the opposite can be asked for, and an assertion removed', async () => {
  const result = build([
    { type: 'contains', value: 'Error' },
    { type: 'returns_data' },
  ]);
  await userEvent.click(within(screen.getByRole('group', { name: 'Assertion 1' })).getByRole('checkbox'));
  expect(result()[0]).toEqual({ type: 'contains', value: 'Error', not: true });
  await userEvent.click(screen.getByRole('button', { name: 'Remove assertion 2' }));
  expect(result()).toHaveLength(1);
});

test('a mistake stands at its own field', () => {
  build([{ type: 'header', subject: '', operator: 'eq', value: '' }], { 'assertions[0].subject': 'Say what to look at.', 'assertions[0]': 'A value is needed here.' });
  expect(screen.getByRole('textbox', { name: 'Header name' })).toHaveAccessibleDescription('Say what to look at.');
  expect(screen.getByRole('textbox', { name: 'Value' })).toHaveAccessibleDescription('A value is needed here.');
});
