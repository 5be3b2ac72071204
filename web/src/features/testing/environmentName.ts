/** Environments are written small, as in addresses; on the screen they are names. */
export function environmentName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
