/** What the policy of this page lets style elements be made with; the server writes a new one into every page. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// Read by the library that locks scrolling behind dialogs.
Object.defineProperty(globalThis, '__webpack_nonce__', { value: nonce });
