import { chooseTarget, describeTarget, readSurroundings } from '../config.ts';
import type { Context } from '../context.ts';
import { checksOf } from '../doctor/checks.ts';
import type { RunFlags } from '../flags.ts';
import { renderFinding } from '../terminal/finding.ts';
import { createScreen } from './screen.ts';

/** `course doctor`: checks what a lesson needs and says what to mend; exit code 1 when a check failed. */
export async function doctor(context: Context, flags: RunFlags): Promise<number> {
  const screen = createScreen(context, flags);
  const surroundings = await readSurroundings(context);
  const target = chooseTarget(surroundings, flags);
  screen.note([screen.err.theme.dim(describeTarget(target))]);
  const checks = checksOf({
    context,
    surroundings,
    target,
    timeoutMs: flags.timeout * 1000,
    maxRetries: flags.maxRetries,
    hasColor: screen.hasColor,
    width: screen.out.width,
  });
  let hasFailed = false;
  for (const { title, run } of checks) {
    const finding = await run();
    hasFailed ||= finding.verdict === 'failed';
    if (flags.json) {
      screen.printJson({ type: 'doctor_check', check: title, ...finding });
    } else screen.print(renderFinding(title, finding, screen.prose));
  }
  return hasFailed ? 1 : 0;
}
