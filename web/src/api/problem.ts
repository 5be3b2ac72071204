import type { Texts } from '../i18n/en';
import type { components } from './schema';

type ErrorBody = components['schemas']['ErrorBody'];
export type Detail = components['schemas']['ErrorDetail'];

/** Everything that can go wrong with a request: the server's answer, or that there was none. */
export class Problem extends Error {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly details: readonly Detail[];
  readonly requestId: string | null;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter: number | null;

  constructor(status: number, message: string, details: readonly Detail[] = [], requestId: string | null = null, retryAfter: number | null = null) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.details = details;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }

  static noAnswer(): Problem {
    return new Problem(0, 'The server does not answer.');
  }

  static fromAnswer(body: unknown, response: Response): Problem {
    const wait = Number(response.headers.get('Retry-After') ?? Number.NaN);
    const retryAfter = Number.isFinite(wait) ? wait : null;
    if (!isErrorBody(body)) return new Problem(response.status, response.statusText, [], response.headers.get('X-Request-ID'), retryAfter);
    return new Problem(response.status, body.message, body.details, body.request_id, retryAfter);
  }

  /** Whether one of the server's own codes is the reason, such as `projects.name_taken`. */
  is(code: string): boolean {
    return this.details.some((detail) => detail.code === code);
  }

  /** The server is gone or cannot work for a moment: nothing is wrong with the request, and it heals by itself. */
  get isAway(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'message' in body && 'details' in body && Array.isArray(body.details);
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(-1, error instanceof Error ? error.message : String(error));
}

/** What a person is told: a headline in the own language, and the server's sentence where it says more. */
export function explain(error: unknown, text: Texts): { title: string; hint: string } {
  const problem = asProblem(error);
  const say = text.problem;
  const whole = problem.details.find((detail) => detail.field === null);
  const specific = whole === undefined ? problem.message : reasonOf(whole, text);
  switch (problem.status) {
    case 0:
      return say.noAnswer;
    case 401:
      return say.signedOut;
    case 403:
      return { title: say.forbidden.title, hint: problem.details.some((detail) => detail.code.startsWith('auth.needs_')) ? `${specific} ${say.forbidden.hint}` : specific };
    case 404:
      return { title: say.notFound.title, hint: say.notFound.hint };
    case 409:
      return { title: say.conflict, hint: specific };
    case 412:
      return say.stale;
    case 413:
      return say.tooLarge;
    case 422:
      return { title: say.invalid, hint: problem.details.map((detail) => reasonOf(detail, text)).join(' ') };
    case 429:
      return { title: say.tooMany.title, hint: say.tooMany.hint(problem.retryAfter ?? 60) };
    case 502:
    case 503:
    case 504:
      return { title: say.away.title, hint: say.away.hint };
    default:
      return { title: say.unexpected.title, hint: problem.requestId === null ? say.unexpected.hint : say.unexpected.hintWithId(problem.requestId) };
  }
}

/** Why, in the reader's language where we have it, else in the server's English. */
function reasonOf(detail: Detail, text: Texts): string {
  const reasons: Readonly<Record<string, string | undefined>> = text.problem.reasons;
  return reasons[detail.code] ?? detail.message;
}

/** The messages of a 422 by field, for a form; an empty object for every other problem. */
export function fieldErrors(error: unknown, text: Texts): Record<string, string> {
  const problem = asProblem(error);
  const errors: Record<string, string> = {};
  if (problem.status !== 422) return errors;
  for (const detail of problem.details) {
    if (detail.field !== null) errors[detail.field] ??= reasonOf(detail, text);
  }
  return errors;
}
