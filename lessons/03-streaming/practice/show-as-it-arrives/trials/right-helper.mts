// Right: the SDK's helper for streams, and the tokens told in another way.
import OpenAI from 'openai';

const stream = new OpenAI().responses.stream({ model: 'gpt-4o-mini', input: 'Why stream?' });
stream.on('response.output_text.delta', ({ delta }) => process.stdout.write(delta));
const { usage } = await stream.finalResponse();
console.log(`\nout: ${usage?.output_tokens}\nin: ${usage?.input_tokens}`);
