import OpenAI from 'openai';
import { zodResponsesFunction, zodTextFormat } from 'openai/helpers/zod';
import type { Response } from 'openai/resources/responses/responses';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inProcessFetch } from '../../src/sandbox/adapter.ts';
import { answer } from '../../src/sandbox/standin/standin.ts';
import { testSandbox } from './sandbox-under-test.ts';

const model = 'gpt-4o-mini';
const question = "What's the weather in Paris and Rome?";
const getWeather = zodResponsesFunction({
  name: 'get_weather',
  description: 'The weather of a city.',
  parameters: z.object({ location: z.string(), unit: z.enum(['celsius', 'fahrenheit']) }),
});
const place = (location: string) => ({ location, unit: 'celsius' });

async function client() {
  const fetch = inProcessFetch(await testSandbox({ answer }));
  return new OpenAI({ apiKey: 'sk-sandbox', baseURL: 'http://sandbox.invalid/v1', fetch });
}

describe('The official SDK', () => {
  it('parses the arguments of calls', async () => {
    const openai = await client();
    const { output } = await openai.responses.parse({
      model,
      input: question,
      tools: [getWeather],
    });
    const parsed = output.map((item) => item.type === 'function_call' && item.parsed_arguments);
    expect(parsed).toEqual([place('Paris'), place('Rome')]);
  });

  it('puts the calls of a stream together', async () => {
    const openai = await client();
    const stream = openai.responses.stream({ model, input: question, tools: [getWeather] });
    const sent: string[] = ['', ''];
    stream.on('response.function_call_arguments.delta', ({ delta, output_index }) => {
      sent[output_index] += delta;
    });
    const { output } = await stream.finalResponse();
    expect(sent.map((text) => JSON.parse(text))).toEqual([place('Paris'), place('Rome')]);
    expect(output).toMatchObject(sent.map((text) => ({ type: 'function_call', arguments: text })));
  });

  it('goes round the loop of calls and outputs to an answer', async () => {
    const openai = await client();
    const tools = [getWeather];
    let response: Response = await openai.responses.create({ model, input: question, tools });
    let rounds = 0;
    for (; response.output_text === '' && rounds < 5; rounds += 1) {
      const input = response.output.flatMap((item) =>
        item.type === 'function_call'
          ? [
              {
                type: 'function_call_output' as const,
                call_id: item.call_id,
                output: '{"degrees":20}',
              },
            ]
          : [],
      );
      const previous_response_id = response.id;
      response = await openai.responses.create({ model, input, previous_response_id, tools });
    }
    expect(rounds).toBe(1);
    expect(response.output_text).toBe('Paris: degrees 20.\nRome: degrees 20.');
  });

  it('parses the answer into a type of zod, plain and streamed', async () => {
    const openai = await client();
    const person = z.object({ name: z.string(), age: z.number().int(), tags: z.array(z.string()) });
    const request = {
      model,
      input: 'Ada is 36 years old.',
      text: { format: zodTextFormat(person, 'person') },
    };
    const plain = await openai.responses.parse(request);
    const streamed = await openai.responses.stream(request).finalResponse();
    for (const { output_parsed } of [plain, streamed]) {
      expect(output_parsed).toMatchObject({ name: 'Ada', age: 36 });
    }
  });

  it('gets a refusal of a wrong schema as the API words it', async () => {
    const openai = await client();
    const format = { type: 'json_schema', name: 'open', strict: true, schema: { type: 'object' } };
    const refused = openai.responses.create({
      model,
      input: 'hi',
      text: { format: format as never },
    });
    await expect(refused).rejects.toMatchObject({
      status: 400,
      code: 'invalid_json_schema',
      param: 'text.format.schema',
    });
  });
});
