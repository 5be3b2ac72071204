interface Known {
  id: number;
  is_protected: boolean;
}

/** Environments in the order in which a change travels through them: as they were made, the protected ones last. */
export function inOrder<T extends { environment_id: number }>(sides: readonly T[], environments: readonly Known[]): T[] {
  const isProtected = new Map(environments.map((one) => [one.id, one.is_protected]));
  const rank = (side: T) => (isProtected.get(side.environment_id) === true ? 1 : 0);
  return sides.toSorted((a, b) => rank(a) - rank(b) || a.environment_id - b.environment_id);
}
