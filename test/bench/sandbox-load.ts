/**
 * Answers a second of `course sandbox --latency none`, which counts every token and writes a line for every request,
 * and of the leading mock server with a fixed text of the same length, side by side. Build first.
 */
import { binPath } from '../helpers/child.ts';
import { load } from './load.ts';
import { start } from './started.ts';

const rounds = 9;
/** Rounds before, in which V8 gets to know both. */
const warmUps = 2;
const connections = 20;
const requests = 2000;
/** At temperature 0 the sandbox gives one text, too. */
const question = { model: 'gpt-4o-mini', input: 'What is an API?', temperature: 0 };

const sandbox = await start([binPath, 'sandbox', '--port', '0', '--json', '--latency', 'none']);
const { url }: { url: string } = JSON.parse(sandbox.firstLine);
const text = await answerOf(url);
const aimockPath = new URL('aimock-server.ts', import.meta.url).pathname;
const aimock = await start(['--import', 'tsx', aimockPath, text]);

for (const [name, body] of Object.entries({
  plain: question,
  streamed: { ...question, stream: true },
})) {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 1; round <= warmUps + rounds; round += 1) {
    const each = { body, connections, requests };
    const [a, b] = [
      await load({ ...each, baseUrl: url }),
      await load({ ...each, baseUrl: aimock.firstLine }),
    ];
    if (round <= warmUps) continue;
    ours.push(a);
    theirs.push(b);
  }
  const ratios = ours.map((a, round) => a / (theirs[round] ?? 0));
  console.log(
    `${name}: sandbox ${told(ours)} answers a second, aimock ${told(theirs)}; ${median(ratios).toFixed(2)} times as many`,
  );
}
for (const { child } of [sandbox, aimock]) child.kill();

async function answerOf(baseUrl: string): Promise<string> {
  const response = await fetch(`${baseUrl}/responses`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-bench', 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  const { output } = (await response.json()) as { output: { content: { text: string }[] }[] };
  return output[0]?.content[0]?.text ?? '';
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function told(perSecond: readonly number[]): string {
  return String(Math.round(median(perSecond)));
}
