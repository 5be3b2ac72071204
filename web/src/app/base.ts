/** Where the console lives on the server. */
export const base = '/console';
