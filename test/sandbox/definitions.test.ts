import { describe, expect, it } from 'vitest';
import { formatDefinition, functionDefinitions } from '../../src/sandbox/definitions.ts';

describe('What a model reads of a request', () => {
  it('has functions as TypeScript', () => {
    const parameters = {
      type: 'object',
      properties: {
        location: { type: 'string', description: 'A city.' },
        days: { type: 'integer' },
        unit: { type: 'string', enum: ['c', 'f'] },
        tags: { type: 'array', items: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/tag' }] } },
        options: { type: 'object', properties: { deep: { type: ['boolean', 'null'] } } },
      },
      required: ['location'],
    };
    const functions = [
      { name: 'get_weather', description: 'The weather.', parameters },
      { name: 'get_time', description: null, parameters: null },
    ];
    expect(functionDefinitions(functions)).toBe(`# Tools

## functions

namespace functions {

// The weather.
type get_weather = (_: {
// A city.
location: string,
days?: number,
unit?: "c" | "f",
tags?: (string | tag)[],
options?: {
deep?: boolean | null,
},
}) => any;

type get_time = () => any;

} // namespace functions`);
  });

  it('has the schema of the answer', () => {
    expect(formatDefinition('size', 'How large.', { type: 'object' })).toBe(
      '# Response Formats\n\n## size\n\n// How large.\n{"type":"object"}',
    );
  });
});
