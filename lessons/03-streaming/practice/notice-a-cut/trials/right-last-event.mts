// Right: looks at the last event that came, tries once more, and then says that it is no use.
import OpenAI from 'openai';

const client = new OpenAI();
async function ask(): Promise<boolean> {
  let last = '';
  const body = { model: 'gpt-4o-mini', input: 'Why?', stream: true } as const;
  for await (const event of await client.responses.create(body)) {
    if (event.type === 'response.output_text.delta') process.stdout.write(event.delta);
    last = event.type;
  }
  process.stdout.write('\n');
  return last === 'response.completed';
}
if (!(await ask()) && !(await ask())) {
  process.stderr.write('Twice the answer broke off.\n');
  process.exitCode = 2;
}
