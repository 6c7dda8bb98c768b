import type { Variant } from '../compare/variant.ts';
import type { Prompts } from '../context.ts';
import type { RequestSettings } from '../course/plan.ts';

type Changeable = 'prompt' | 'instructions' | 'temperature' | 'model';

/**
 * Asks what to change about the request, and to what; an empty line takes the change back.
 * @param original what the run began with
 * @returns null when it shall stay as it is
 */
export async function askForChange(
  prompts: Prompts,
  settings: RequestSettings,
  original: RequestSettings,
): Promise<RequestSettings | null> {
  const what = await prompts.select<Changeable | 'original' | null>({
    message: 'Change what? (It holds for the steps that follow, too.)',
    choices: [
      { name: 'The prompt', value: 'prompt' },
      { name: 'The instructions', value: 'instructions' },
      { name: 'The temperature', value: 'temperature' },
      { name: 'The model', value: 'model' },
      ...(settings === original
        ? []
        : ([{ name: 'Everything back to how it was', value: 'original' }] as const)),
      { name: 'Nothing', value: null },
    ],
  });
  if (what === null) return null;
  if (what === 'original') return original;
  const line = await prompts.input({
    message: `The ${what} (Enter: the lesson’s own)`,
    ...(what === 'temperature' && { validate: problemOfTemperature }),
  });
  if (what === 'prompt') return { ...settings, prompt: line === '' ? null : line };
  const { [what]: _, ...others }: Variant = settings.variants[0];
  const value = what === 'temperature' ? Number(line) : line;
  return { ...settings, variants: [line === '' ? others : { ...others, [what]: value }] };
}

function problemOfTemperature(line: string): string | undefined {
  const isUsable = line === '' || (Number(line) >= 0 && Number(line) <= 2);
  return isUsable ? undefined : 'A temperature is a number from 0 to 2.';
}
