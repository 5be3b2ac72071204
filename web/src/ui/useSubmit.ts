import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { fieldErrors } from '../api/problem';
import { useText } from '../i18n/useText';

/** Sends a form once at a time. Mistakes of a 422 go to their fields; what has no field of this form is `problem`. */
export function useSubmit<V extends Record<string, unknown>>(form: UseFormReturnType<V>, send: (values: V) => Promise<unknown>) {
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setProblem(null);
    try {
      await send(values);
    } catch (error) {
      const mistakes = fieldErrors(error, text);
      form.setErrors(mistakes);
      const fields = Object.keys(mistakes);
      if (fields.length === 0 || !fields.every((field) => field in values)) setProblem(error);
    } finally {
      setBusy(false);
    }
  });
  /** Does what may clear the way, such as reading the newer version; the problem goes when that worked. */
  const retry = async (clear: () => Promise<unknown>) => {
    try {
      await clear();
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  };
  return { submit, isBusy, problem, retry };
}
