import { useSyncExternalStore } from 'react';

/** Whether the server answers. Requests report here; while it is away one small question is repeated until it is back. */
const firstWait = 1_000;
const longestWait = 10_000;
const listeners = new Set<() => void>();
const healed = new Set<() => void>();
let isAway = false;

function set(value: boolean): void {
  if (isAway === value) return;
  isAway = value;
  for (const listener of listeners) listener();
}

async function ask(wait: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, wait));
  const isThere = await globalThis.fetch('/health/ready').then(
    (response) => response.ok,
    () => false,
  );
  if (!isThere) return ask(Math.min(wait * 2, longestWait));
  set(false);
  for (const listener of healed) listener();
}

export function reportNoAnswer(): void {
  if (isAway) return;
  set(true);
  void ask(firstWait);
}

/** Something broke off that may have been the server: asks once, and only no answer counts. */
export function suspectNoAnswer(): void {
  if (isAway) return;
  globalThis.fetch('/health').then(
    (response) => reportAnswer(response.status),
    () => reportNoAnswer(),
  );
}

export function reportAnswer(status: number): void {
  if (status >= 502 && status <= 504) reportNoAnswer();
}

/** @returns ends the subscription */
export function onHealed(listener: () => void): () => void {
  healed.add(listener);
  return () => healed.delete(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useIsAway(): boolean {
  return useSyncExternalStore(subscribe, () => isAway);
}
