import type { ProviderName } from './client/exchange.ts';
import { sandboxTarget, type Target } from './config.ts';
import type { Clock, Context } from './context.ts';
import { readSeed, today } from './course-env.ts';
import type { Fault } from './sandbox/faults.ts';
import type { Latency } from './sandbox/latency.ts';
import { Secret } from './secret.ts';

/** An opened target: what a client needs to send requests there. */
export interface Provider {
  readonly name: ProviderName;
  /** null on the sandbox: there is no address. */
  readonly baseUrl: string | null;
  /** What the SDK is told as its base URL. */
  readonly address: string;
  readonly key: Secret;
  readonly organization: string | null;
  readonly project: string | null;
  readonly fetch: typeof fetch;
}

export interface SandboxSettings {
  readonly latency: Latency;
  /** Requests and tokens a minute; null: nothing is enforced. */
  readonly rpm: number | null;
  readonly tpm: number | null;
  readonly faults: readonly Fault[];
}

/** `.invalid` never resolves (RFC 2606): a request that misses the sandbox goes nowhere. */
const sandboxAddress = 'https://sandbox.invalid/v1';
const sandboxKey = new Secret('sk-sandbox');

/** Opens where a run's requests go. The sandbox, loaded only when it is the target, starts empty. */
export async function openProvider(
  context: Pick<Context, 'fetch' | 'clock' | 'env'>,
  target: Target,
  sandbox: SandboxSettings,
): Promise<Provider> {
  if (target.provider === 'sandbox' || !target.baseUrl) return openSandbox(context, sandbox);
  return {
    name: 'openai',
    baseUrl: target.baseUrl.value,
    address: target.baseUrl.value,
    // A server on loopback that needs no key still wants the header.
    key: target.key?.value ?? new Secret('sk-none'),
    organization: target.organization,
    project: target.project,
    fetch: context.fetch,
  };
}

async function openSandbox(
  context: { readonly clock: Clock; readonly env: Context['env'] },
  { latency, rpm, tpm, faults }: SandboxSettings,
): Promise<Provider> {
  const [{ createSandbox }, { inProcessFetch }] = await Promise.all([
    import('./sandbox/app.ts'),
    import('./sandbox/adapter.ts'),
  ]);
  const sandbox = await createSandbox({
    clock: context.clock,
    today: () => today(context),
    seed: readSeed(context.env),
    latency,
    limits: { rpm, tpm },
    faults,
  });
  return {
    name: sandboxTarget.provider,
    baseUrl: null,
    address: sandboxAddress,
    key: sandboxKey,
    organization: null,
    project: null,
    fetch: inProcessFetch(sandbox),
  };
}
