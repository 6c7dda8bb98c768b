import {
  chooseTarget,
  describeTarget,
  isOfficial,
  readSurroundings,
  sandboxTarget,
  type Target,
} from '../config.ts';
import type { Context } from '../context.ts';
import type { DemoRunnerOptions } from '../course/demo-runner.ts';
import type { Circumstances, RequestSettings } from '../course/plan.ts';
import { Spending } from '../course/spending.ts';
import { today } from '../course-env.ts';
import {
  type RequestFlags,
  type RunFlags,
  type SandboxFlags,
  verifyRequestFlags,
  verifySandboxFlags,
} from '../flags.ts';
import { openProvider } from '../provider.ts';
import { parseFailScript } from '../sandbox/faults.ts';
import { readRequestSettings } from './request-settings.ts';
import type { Screen } from './screen.ts';

/** Everything a command needs to run demos, as its flags and the surroundings have it. */
export interface OpenedRun {
  readonly settings: RequestSettings;
  readonly circumstances: Circumstances;
  readonly target: Target;
  readonly runner: Omit<DemoRunnerOptions, 'onEvent'>;
}

/**
 * Reads flags and surroundings and says where requests will go; nothing heavy is loaded and nothing is sent yet.
 * @param pacesItself whether the command stays below --rpm and --tpm by itself, with every provider, and takes time to measure
 * @throws CourseError for anything that is wrong with them (exit code 2)
 */
export async function openRun(
  context: Context,
  screen: Screen,
  flags: RequestFlags & RunFlags & SandboxFlags,
  { pacesItself = false }: { readonly pacesItself?: boolean } = {},
): Promise<OpenedRun> {
  verifyRequestFlags(flags);
  const surroundings = await readSurroundings(context);
  const target = chooseTarget(surroundings, flags);
  verifySandboxFlags(pacesItself ? withoutLimits(flags) : flags, target.provider);
  const settings = await readRequestSettings(context, flags, surroundings.model?.value ?? null);
  screen.note([screen.err.theme.dim(describeTarget(target))]);

  const now = today(context);
  const isSimulated = target.provider === 'sandbox';
  const latency = flags.latency ?? (screen.isInteractive || pacesItself ? 'realistic' : 'none');
  let provider: ReturnType<typeof openProvider> | undefined;
  return {
    settings,
    target,
    circumstances: {
      today: now,
      isSimulated,
      hasRegistryModels: isSimulated || isOfficial(target),
    },
    runner: {
      setup: {
        clock: context.clock,
        today: now,
        timeoutMs: flags.timeout * 1000,
        maxRetries: flags.maxRetries,
        spending: flags.budget === undefined ? null : new Spending(flags.budget, now),
        signal: context.signal,
      },
      openProvider: () => {
        const { rpm = null, tpm = null, fail: faults = [] } = flags;
        provider ??= openProvider(context, target, { latency, rpm, tpm, faults });
        return provider;
      },
      openSandbox: (script) => {
        const faults = script === undefined ? [] : parseFailScript(script);
        return openProvider(context, sandboxTarget, { latency, rpm: null, tpm: null, faults });
      },
    },
  };
}

function withoutLimits({ rpm, tpm, ...flags }: SandboxFlags): SandboxFlags {
  return flags;
}
