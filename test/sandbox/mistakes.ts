import { asDocumented, type SpecificationName } from './recordings.ts';
import type { Received } from './scenario.ts';
import { Specification } from './specification.ts';

export const specifications: Readonly<Record<SpecificationName, Specification>> = {
  OpenAI: new Specification('openai.openapi.json'),
  'Open Responses': new Specification('openresponses.openapi.json'),
};

/** What is wrong with an answer: with its body, or with the events of its stream. */
export function mistakesIn(received: Received, name: SpecificationName): string[] {
  const { status, isStream, json } = received;
  const specification = specifications[name];
  const operation = specification.operation(received.method, received.path);
  return json.flatMap((text) => {
    const value = asDocumented(text, name);
    if (status >= 400) return errorMistakes(value);
    if (operation === undefined) return [`undocumented: ${received.method} ${received.path}`];
    if (!isStream) return operation.answer ? specification.mistakes(operation.answer, value) : [];
    const event = specification.events.get(value.type) ?? operation.event;
    return event ? specification.mistakes(event, value) : [`undocumented: event ${value.type}`];
  });
}

/** Open Responses says nothing about the bodies of refusals: OpenAI's form is that of both. */
function errorMistakes(value: unknown): string[] {
  const { OpenAI } = specifications;
  return OpenAI.mistakes(OpenAI.schema('ErrorResponse'), value);
}
