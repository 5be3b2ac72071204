import createClient from 'openapi-fetch';
import { reportAnswer, reportNoAnswer } from './connection';
import { Problem } from './problem';
import type { paths } from './schema';

let csrfToken: string | null = null;
let renewCsrfToken: (() => Promise<string | null>) | null = null;

/** The token lives in memory only; the session itself is the server's HttpOnly cookie. */
export function setCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** @param renew asks the server who is signed in, after another tab has signed in anew */
export function onStaleCsrfToken(renew: () => Promise<string | null>): void {
  renewCsrfToken = renew;
}

const isChange = (request: Request) => request.method !== 'GET' && request.method !== 'HEAD';

async function isNotOurPage(response: Response): Promise<boolean> {
  return response.status === 403 && (await response.clone().text()).includes('auth.not_our_page');
}

async function send(request: Request): Promise<Response> {
  if (isChange(request)) {
    if (csrfToken !== null) request.headers.set('X-CSRF-Token', csrfToken);
    // The server takes changes by a browser as JSON only, bodiless ones too.
    if (!request.headers.has('Content-Type')) request.headers.set('Content-Type', 'application/json');
  }
  const again = isChange(request) ? request.clone() : null;
  try {
    const response = await globalThis.fetch(request);
    reportAnswer(response.status);
    if (again === null || renewCsrfToken === null || csrfToken === null || !(await isNotOurPage(response))) return response;
    const renewed = await renewCsrfToken();
    if (renewed === null) return response;
    again.headers.set('X-CSRF-Token', renewed);
    return await globalThis.fetch(again);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    reportNoAnswer();
    throw Problem.noAnswer();
  }
}

/** The typed client: every address, parameter and answer is the API document's. */
export const api = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: send });

type Call<E> = Promise<{ data?: E; error?: unknown; response: Response }>;

/** The whole answer, with `meta`; throws a Problem when the server refuses. */
export async function answerOf<E>(call: Call<E>): Promise<E> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined) throw Problem.fromAnswer(error, response);
  return data;
}

/** For what answers nothing, such as a deletion, or whose answer is of no interest; throws a Problem when the server refuses. */
export async function doneOf(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw Problem.fromAnswer(error, response);
}

/** What was asked for, out of its envelope. */
export async function dataOf<D>(call: Call<{ data: D }>): Promise<D> {
  return (await answerOf(call)).data;
}

/** A thing with the tag of its state, for `If-Match` when it is changed. */
export async function taggedOf<D>(call: Call<{ data: D }>): Promise<{ value: D; tag: string | null }> {
  const result = await call;
  const value = await dataOf(Promise.resolve(result));
  return { value, tag: result.response.headers.get('ETag') };
}

/** `headers: ifMatch(tag)` makes a change only to the state that was read. */
export function ifMatch(tag: string | null): Record<string, string> {
  return tag === null ? {} : { 'If-Match': tag };
}
