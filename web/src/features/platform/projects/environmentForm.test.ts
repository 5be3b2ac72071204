import { expect, test } from 'vitest';
import { blank, inputOf, parseVariables, valuesOf } from './environmentForm';

test('variables are one on a line, and a value may hold an equals sign', () => {
  expect(parseVariables('A=1\n\n B = x=y ')).toEqual({ A: '1', B: 'x=y' });
});

test('a line that is no variable is a mistake', () => {
  expect(parseVariables('A=1\nnonsense')).toBeNull();
});

test('what an environment holds survives the form', () => {
  const one = {
    id: 1, project_id: 1, name: 'local', base_url: 'http://localhost:5080', docker_host: null, port: 5080, is_protected: true, is_self_test: false,
    variables: { A: '1' }, approved_hosts: ['a.test', 'b.test:81'], created_at: '', updated_at: '',
  };
  expect(inputOf(valuesOf(one))).toEqual({
    name: 'local', base_url: 'http://localhost:5080', docker_host: null, port: 5080, is_protected: true, is_self_test: false, variables: { A: '1' }, approved_hosts: ['a.test', 'b.test:81'],
  });
});

test('empty fields are sent as nothing', () => {
  expect(inputOf({ ...blank, name: ' dev ' })).toMatchObject({ name: 'dev', base_url: null, docker_host: null, port: null });
});
