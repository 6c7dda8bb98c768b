import type { Context } from 'hono';
import { loadTokenizer } from '../../usage/tokens.ts';
import { dimensionsOf, embeddingModel, readInputs } from '../embedding-rules.ts';
import { streamFaultOf } from '../faults.ts';
import { dueMs, paceOf } from '../latency.ts';
import { estimatedTokens } from '../limits.ts';
import { waitUntil } from '../pacing.ts';
import { interrupt } from '../scripted-faults.ts';
import type { SandboxEnv, Services } from '../services.ts';
import { embed } from '../standin/embeddings/embed.ts';

import { readCreateEmbedding } from '../wire/create-embedding.ts';
import { serverError } from '../wire/errors.ts';

/** `POST /v1/embeddings`. The first request loads the encoding of the embedding models. */
export function createEmbeddings(services: Services) {
  return async (c: Context<SandboxEnv>): Promise<Response> => {
    const request = readCreateEmbedding(c.get('body'));
    const model = embeddingModel(request.model, services.today());
    const limits = services.limitsOf(model.id);
    c.set('limits', limits);
    const dimensions = dimensionsOf(model, request.dimensions);
    const inputs = readInputs(request.input, model, await loadTokenizer('cl100k_base'));
    limits.take(estimatedTokens(inputs, 0));
    const fault = streamFaultOf(c.get('fault'));
    const { signal } = c.req.raw;
    await interrupt(fault, signal);
    if (fault?.kind === 'failed') throw serverError(c.get('requestId'));
    const random = services.randomness.next(JSON.stringify([model.id, request.input]));
    await waitUntil(
      c.get('arrivedAt') + dueMs(paceOf(services.latency, 1, random), 0),
      services.clock,
      signal,
    );
    const written = request.encoding_format === 'base64' ? inBase64 : inNumbers;
    const prompt_tokens = inputs.reduce((sum, { tokens }) => sum + tokens, 0);
    return Response.json({
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
