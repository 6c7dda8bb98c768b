import type { FunctionSpec } from '../../../../src/sandbox/standin/tools/function.ts';

type Properties = Record<string, unknown>;

export const string = { type: 'string' };
export const number = { type: 'number' };

export const objectOf = (properties: Properties, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const described = (name: string, description: string, properties: Properties): FunctionSpec => ({
  name,
  description,
  parameters: objectOf(properties),
});

export const getWeather = described('get_weather', 'Get the current weather of a city.', {
  location: { type: 'string', description: 'City and country' },
});
export const getTime = described('get_time', 'Get the time in a city.', { city: string });
export const sendEmail = described('send_email', 'Send an email to somebody.', {
  to: string,
  body: string,
});
export const add = described('add', 'Add two numbers.', { a: number, b: number });
export const calculator = described('calculator', 'Evaluates an expression.', {
  expression: string,
});
export const getStockPrice = described('getStockPrice', 'Looks a price up.', { symbol: string });
export const getDelivery = described('get_delivery_date', 'When an order arrives.', {
  order_id: string,
});
