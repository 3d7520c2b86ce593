import { Configuration, type Middleware, type Problem } from './generated/index.js';

export * from './generated/index.js';

/** How to call a gateway. */
export interface GatewayOptions {
  /** The address before `/api/v1`. */
  address: string;
  key: string;
  /** The gateway's deadline for each request, at most 30. The client waits two seconds longer. */
  timeoutSeconds?: number;
  /** How often a request that may succeed later is sent again. */
  repeats?: number;
  /** The longest `Retry-After` that the client waits for. */
  longestWaitSeconds?: number;
  headers?: Record<string, string>;
}

/** An error response. `problem.type` names the kind of error; unknown kinds can appear at any time. */
export class GatewayProblem extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(`${problem.status} ${problem.type}: ${problem.detail} (request ${problem.requestId})`);
    this.name = 'GatewayProblem';
  }

  is(slug: string): boolean {
    return this.problem.type === `/problems/${slug}`;
  }
}

/**
 * The configuration for the generated classes: `new PeopleApi(gateway({ address, key }))`. Every change at Leeloo has an `Idempotency-Key`, so it
 * can be sent again safely; a change that must survive a crash of the caller needs a key that the caller keeps.
 */
export function gateway(options: GatewayOptions): Configuration {
  const timeout = options.timeoutSeconds ?? 8;
  return new Configuration({
    basePath: options.address,
    accessToken: options.key,
    headers: { 'Request-Timeout': String(timeout), ...options.headers },
    fetchApi: (url, init) => send(url, withKey(String(url), init), options, (timeout + 2) * 1000),
    middleware: [problems],
  });
}

/** What belongs to the gateway itself is changed without a key. */
const ownResources = new RegExp('/(clients|operations|sync-runs)(/|$)|/personal-data$');

function withKey(url: string, init: RequestInit = {}): RequestInit {
  const headers = new Headers(init.headers);
  if (init.method !== 'GET' && !headers.has('Idempotency-Key') && !ownResources.test(url)) {
    headers.set('Idempotency-Key', crypto.randomUUID());
  }
  return { ...init, headers };
}

/** The gateway names a `Retry-After` only where the same request is safe. */
async function send(url: RequestInfo | URL, init: RequestInit, options: GatewayOptions, limit: number): Promise<Response> {
  for (let left = options.repeats ?? 2; ; left--) {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(limit) });
    const wait = retryAfter(response);
    if (left <= 0 || wait === undefined || wait > (options.longestWaitSeconds ?? 10)) {
      return response;
    }
    await response.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
}

function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('Retry-After');
  return value === null ? undefined : Number(value);
}

const problems: Middleware = {
  async post({ response }) {
    if (response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
      throw new GatewayProblem((await response.json()) as Problem, retryAfter(response));
    }
  },
};
