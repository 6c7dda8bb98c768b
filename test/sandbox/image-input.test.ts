import { describe, expect, it } from 'vitest';
import { answer } from '../../src/sandbox/standin/standin.ts';
import { dataUrl, jpeg, png } from './images/files.ts';
import { create, get, type Json, post, testSandbox } from './sandbox-under-test.ts';

const sandbox = () => testSandbox({ answer });
const picture = dataUrl(png(640, 480));
const asking = (...images: Json[]) => ({
  input: [
    {
      role: 'user',
      content: [
        { type: 'input_text', text: 'What is in this image?' },
        ...images.map((image) => ({ type: 'input_image', ...image })),
      ],
    },
  ],
});
const textOf = (body: Json) =>
  (body.output as { content: { text: string }[] }[])[0]?.content[0]?.text ?? '';

describe('An image in the input', () => {
  it('is told of as far as its header goes, and no further', async () => {
    const { body } = await create(await sandbox(), asking({ image_url: picture }));
    expect(textOf(body)).toBe(
      'The image is a PNG of 640 × 480 pixels, true colour with transparency, 8 bits a sample and 45 bytes long. What it shows I cannot tell: I am the course’s offline stand-in, which reads the header of a file and has no eyes. A real model would describe the picture.',
    );
  });

  it('may come with others', async () => {
    const photo = dataUrl(jpeg(10, 20), 'image/jpeg');
    const { body } = await create(
      await sandbox(),
      asking({ image_url: picture }, { image_url: photo }),
    );
    expect(textOf(body)).toMatch(/^Image 1 is a PNG of 640 × 480.*Image 2 is a JPEG of 10 × 20/);
  });

  it('costs what the rule of its model says, in detail low less', async () => {
    const asked = await sandbox();
    const count = async (body: Json, model = 'gpt-4o') => {
      const counted = await post(asked, '/v1/responses/input_tokens', { model, ...body });
      return counted.body.input_tokens as number;
    };
    const without = await count(asking());
    expect(await count(asking({ image_url: picture }))).toBe(without + 425);
    expect(await count(asking({ image_url: picture, detail: 'low' }))).toBe(without + 85);
    expect(await count(asking({ image_url: picture }), 'gpt-4o-mini')).toBe(without + 14_167);
    const { body } = await create(asked, { model: 'gpt-4o', ...asking({ image_url: picture }) });
    expect(body).toMatchObject({ usage: { input_tokens: without + 425 } });
  });

  it('is listed again as it was sent, and billed again in the next turn', async () => {
    const asked = await sandbox();
    const { body } = await create(asked, asking({ image_url: picture, detail: 'low' }));
    const listed = await get(asked, `/v1/responses/${body.id}/input_items`);
    expect((listed.body.data as { content: Json[] }[])[0]?.content[1]).toEqual({
      type: 'input_image',
      detail: 'low',
      file_id: null,
      image_url: picture,
    });
    const next = await create(asked, { input: 'Thanks!', previous_response_id: body.id });
    expect((next.body.usage as { input_tokens: number }).input_tokens).toBeGreaterThan(2833);
  });

  it('gives its facts to an object that is asked for', async () => {
    const integer = { type: 'integer' };
    const schema = {
      type: 'object',
      properties: { width: integer, height: integer },
      required: ['width', 'height'],
      additionalProperties: false,
    };
    const { body } = await create(await sandbox(), {
      ...asking({ image_url: picture }),
      text: { format: { type: 'json_schema', name: 'size', strict: true, schema } },
    });
    expect(JSON.parse(textOf(body))).toEqual({ width: 640, height: 480 });
  });
});

describe('An image is refused', () => {
  const path = 'input[0].content[1].image_url';
  it.each([
    {
      title: 'without a URL',
      image: {},
      message: `Missing required parameter: '${path}'.`,
      param: path,
      code: 'missing_required_parameter',
    },
    {
      title: 'that is no URL',
      image: { image_url: 'cat.png' },
      message: `Invalid '${path}'. Expected a valid URL, but got a value with an invalid format.`,
      param: path,
      code: 'invalid_value',
    },
    {
      title: 'that is a text',
      image: { image_url: 'data:text/plain;base64,aGk=' },
      message: `Invalid '${path}'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU='), but got unsupported MIME type 'text/plain'.`,
      param: path,
      code: 'invalid_value',
    },
    {
      title: 'whose bytes are no image',
      image: { image_url: dataUrl(Buffer.from('hello')) },
      message:
        "The image data you provided does not represent a valid image. Please check your input and try again with one of the supported image formats: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'].",
      param: 'input',
      code: 'invalid_value',
    },
    {
      title: 'that would have to be fetched, saying why',
      image: { image_url: 'https://example.com/cat.png' },
      message:
        'Error while downloading https://example.com/cat.png. (The course sandbox works offline and fetches nothing: send the image as a data URL.)',
      param: 'url',
      code: 'invalid_image_url',
    },
    {
      title: 'in a detail that is none',
      image: { image_url: picture, detail: 'huge' },
      message:
        "Invalid value: 'huge'. Supported values are: 'low', 'high', 'auto', and 'original'.",
      param: 'input[0].content[1].detail',
      code: 'invalid_value',
    },
  ])('$title', async ({ image, message, param, code }) => {
    const { status, body } = await create(await sandbox(), asking(image));
    expect(body).toEqual({ error: { message, type: 'invalid_request_error', param, code } });
    expect(status).toBe(400);
  });

  it('in an answer of the assistant', async () => {
    const content = [{ type: 'input_image', image_url: picture }];
    const { body } = await create(await sandbox(), { input: [{ role: 'assistant', content }] });
    expect(body).toMatchObject({ error: { param: 'input[0].content[0]', code: 'invalid_value' } });
  });
});
