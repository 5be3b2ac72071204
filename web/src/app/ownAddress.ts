/** Back to a page of our own only: an address from outside must not be able to send anybody elsewhere. */
export function ownAddress(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/sign-in') ? value : '/';
}
