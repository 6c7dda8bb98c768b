import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DemoInputs } from '../../src/course/demo-inputs.ts';
import { demoSource, readDemoSource } from '../../src/course/demo-source.ts';
import { scratchFolder } from '../helpers/course.ts';

const inputs: DemoInputs = {
  model: 'gpt-4o-mini',
  question: 'What is an API?',
  acceptsTemperature: true,
  price: { input: 0.15, cachedInput: 0.075, output: 0.6 },
};

const surroundings = "import type { DemoSurroundings } from '../../src/course/lesson.ts';";
const demo = (parameters: string, body = '  await 1;', imports: readonly string[] = []) =>
  [...imports, surroundings, '', `export async function demo(${parameters}) {`, body, '}', ''].join(
    '\n',
  );

const setupOf = (...args: Parameters<typeof demo>) => demoSource(demo(...args), inputs).setup;

describe('The setup lines of a demo', () => {
  it.each([
    ['_: OpenAI, {}: DemoSurroundings', ''],
    ['client: OpenAI', "import OpenAI from 'openai';\nconst client = new OpenAI();"],
    ['_: OpenAI, { model }: DemoSurroundings', "const model = 'gpt-4o-mini';"],
    ['_: OpenAI, { question }: DemoSurroundings', "const question = 'What is an API?';"],
    [
      '_: OpenAI, { acceptsTemperature }: DemoSurroundings',
      'const acceptsTemperature = true; // see: course models',
    ],
    [
      '_: OpenAI, { price }: DemoSurroundings',
      '// USD per million tokens, see: course models\nconst price = { input: 0.15, cachedInput: 0.075, output: 0.6 };',
    ],
    [
      '\n  client: OpenAI,\n  { model, question, console }: DemoSurroundings,\n',
      "import OpenAI from 'openai';\nconst client = new OpenAI();\nconst model = 'gpt-4o-mini';\nconst question = 'What is an API?';",
    ],
  ])('for (%s) are what it takes, and no more', (parameters, expected) => {
    expect(setupOf(parameters)).toBe(expected);
  });

  it('keep the demo’s own imports, types aside', () => {
    const imports = [
      "import OpenAI, { toFile } from 'openai';",
      "import type { Response } from 'openai/resources';",
      "import { z } from 'zod';",
    ];
    expect(setupOf('client: OpenAI', undefined, imports)).toBe(
      "import OpenAI, { toFile } from 'openai';\nimport { z } from 'zod';\nconst client = new OpenAI();",
    );
  });

  it('give the question to the program exactly, whatever it is', () => {
    const source = demo('_: OpenAI, { question }: DemoSurroundings');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom("'", '"', '`', '\\', '\n', '\r', '$', '{', '\u2028', '\u2029'),
      }),
      fc.constant('</script><!-- */ // '),
    );
    fc.assert(
      fc.property(texts, (question) => {
        const { setup } = demoSource(source, { ...inputs, question });
        expect(setup.split('\n')).toHaveLength(1);
        expect(new Function(`${setup} return question;`)()).toBe(question);
      }),
    );
  });
});

describe('The body of a demo', () => {
  it('is word for word what stands in the function, without its indentation', () => {
    const body = '  if (true) {\n    await 1; // so\n  }\n\n  const text = `a\nb`;';
    expect(demoSource(demo('client: OpenAI', body), inputs).body).toBe(
      'if (true) {\n  await 1; // so\n}\n\nconst text = `a\nb`;',
    );
  });

  it('ends where the function ends', () => {
    const source = `${demo('client: OpenAI')}\nfunction helper() {\n  return 1;\n}\n`;
    expect(demoSource(source, inputs).body).toBe('await 1;');
  });

  it('must be that of an exported async function', () => {
    expect(() => demoSource('export const demo = async () => {};', inputs)).toThrow(
      'A demo file exports one async function.',
    );
  });

  it('must be in a file that is there', async () => {
    await expect(readDemoSource(scratchFolder(), 'gone.ts', inputs)).rejects.toThrow('ENOENT');
  });
});
