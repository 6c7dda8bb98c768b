import type { Surroundings, Target } from '../config.ts';
import type { Context } from '../context.ts';
import { openProvider } from '../provider.ts';
import type { Check } from './finding.ts';
import { checkEnvFile, checkKey, checkNode, checkProgressFolder, checkTerminal } from './local.ts';
import { checkModel, checkServer, listModels } from './server.ts';

export interface DoctorSetup {
  readonly context: Context;
  readonly surroundings: Surroundings;
  readonly target: Target;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly hasColor: boolean;
  /** Columns that lessons are drawn in. */
  readonly width: number;
}

/** Read from top to bottom, the titles say what a lesson needs. */
export function checksOf(setup: DoctorSetup): Check[] {
  const { context, surroundings, target } = setup;
  const listing = once(async () => {
    const settings = { latency: 'none', rpm: null, tpm: null, faults: [] } as const;
    return listModels(await openProvider(context, target, settings), setup);
  });
  return [
    { title: 'Node', run: async () => checkNode(context.nodeVersion) },
    { title: 'Terminal', run: async () => checkTerminal(setup) },
    { title: 'Progress', run: () => checkProgressFolder(context) },
    { title: 'Key', run: async () => checkKey(surroundings, target) },
    { title: '.env', run: () => checkEnvFile(surroundings) },
    { title: 'Server', run: async () => checkServer(await listing(), target) },
    { title: 'Model', run: async () => checkModel(await listing(), setup) },
  ];
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
