import type { Context } from 'hono';
import { loadTokenizer, type Tokenizer } from '../../usage/tokens.ts';
import { dimensionsOf, embeddingModel, readInputs } from '../embedding-rules.ts';
import { dueMs, paceOf } from '../latency.ts';
import { estimatedTokens } from '../limits.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { embed } from '../standin/embeddings/embed.ts';
import { readCreateEmbedding } from '../wire/create-embedding.ts';
import { serverError } from '../wire/errors.ts';
import { json, type Reply } from '../wire/reply.ts';
import { connectionOf, untilDue } from './connection.ts';

/** `POST /v1/embeddings`. The first request loads the encoding of the embedding models. */
export function createEmbeddings(services: Services) {
  let loading: Promise<Tokenizer> | null = null;
  const loaded = () => (loading ??= loadTokenizer('cl100k_base'));
  return async (c: Context<SandboxEnv>): Promise<Reply> => {
    const request = readCreateEmbedding(c.get('body'));
    const model = embeddingModel(request.model, services.today());
    const limits = services.limitsOf(model.id);
    c.set('limits', limits);
    const dimensions = dimensionsOf(model, request.dimensions);
    const inputs = readInputs(request.input, model, await loaded());
    limits.take(estimatedTokens(inputs, 0));
    const prompt_tokens = inputs.reduce((sum, { tokens }) => sum + tokens, 0);
    c.set('usage', { input_tokens: prompt_tokens, output_tokens: 0 });
    const connection = connectionOf(c, services);
    const random = services.randomness.next(JSON.stringify([model.id, request.input]));
    await untilDue(dueMs(paceOf(services.latency, 1, random), 0), connection);
    if (connection.fault?.kind === 'failed') throw serverError(c.get('requestId'));
    const written = request.encoding_format === 'base64' ? inBase64 : inNumbers;
    return json({
      object: 'list',
      data: inputs.map(({ text }, index) => ({
        object: 'embedding',
        index,
        embedding: written(embed(text, model.id, dimensions)),
      })),
      model: model.snapshot,
      usage: { prompt_tokens, total_tokens: prompt_tokens },
    });
  };
}

function inNumbers(vector: Float32Array): number[] {
  return [...vector];
}

/** 32-bit floats, little-endian whatever the machine: so the SDKs read them. */
function inBase64(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.byteLength);
  for (const [index, number] of vector.entries()) bytes.writeFloatLE(number, index * 4);
  return bytes.toString('base64');
}
