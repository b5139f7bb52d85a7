/** Refusals of a service (RFC 9457), turned into something an app can show. */

/** One field that was refused, named by its path in the body, such as `owner.email`. */
export interface FieldError {
  field: string;
  reason: string;
}

/** A problem as it arrives; what else it carries stands beside these. */
export interface ProblemDetails {
  status: number;
  code: string;
  title: string;
  detail?: string | null;
  errors?: FieldError[];
  [extra: string]: unknown;
}

/** The service answered, and refused. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly problem: ProblemDetails,
    /** How long to wait before trying again, where the service says so. */
    readonly retryAfterMs: number | undefined = undefined,
  ) {
    super(problem.detail || problem.title);
  }

  get status(): number {
    return this.problem.status;
  }

  /** The stable word for what went wrong, such as `already_open`. */
  get code(): string {
    return this.problem.code;
  }

  /** Whether the very same call may succeed later without anybody changing it. */
  get temporary(): boolean {
    return this.status === 429 || this.status === 408 || this.status >= 500;
  }
}

/** No answer came: no network, a time-out, or something between that is not the service. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(cause?: unknown) {
    super('The service could not be reached.', { cause });
  }
}

/** Whether the same call may be made again later: nobody answered, or the service is busy. */
export function isTemporary(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ProblemError && error.temporary);
}

/** The reasons beside the fields they are about; empty for everything but invalid input. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries((error.problem.errors ?? []).map(({ field, reason }) => [field, reason]));
}

/** Reads the refusal out of an answer; what is no problem document becomes `unexpected`. */
export function problemOf(response: Response, body: unknown): ProblemError {
  const known = isProblem(body)
    ? { ...body, status: response.status }
    : { status: response.status, code: 'unexpected', title: response.statusText || 'Unexpected answer' };
  return new ProblemError(known, retryAfter(response));
}

function isProblem(body: unknown): body is ProblemDetails {
  return typeof body === 'object' && body !== null && typeof (body as ProblemDetails).code === 'string';
}

/** `Retry-After` in seconds; a date is not used by Steward. */
function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
