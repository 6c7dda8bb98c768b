/** A fraction of whole numbers, so that 0.1 + 0.2 is 0.3; `over` is positive. */
interface Fraction {
  readonly of: bigint;
  readonly over: bigint;
}

/** A calculation that has no answer; the message says why. */
export class NoResult extends Error {}

/** The most digits of a power, so that 9^9^9 ends. */
const LONGEST_POWER = 1000;
/** The most decimal places of a result that does not come out even. */
const PLACES = 6;

/**
 * Works out + - * / ^ % and parentheses, exactly. Gives the result in decimals, with ≈ before it when rounded.
 * Throws NoResult for a division by zero and for powers that are too large; undefined when it is no calculation.
 */
export function calculate(expression: string): string | undefined {
  const tokens = expression.match(/\d+(?:\.\d+)?|\S/g) ?? [];
  const reader = { tokens, at: 0 };
  const result = sum(reader);
  return result && reader.at === tokens.length ? decimal(result) : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

type Operation = (a: Fraction, b: Fraction) => Fraction;

const addition: Readonly<Record<string, Operation>> = {
  '+': (a, b) => fraction(a.of * b.over + b.of * a.over, a.over * b.over),
  '-': (a, b) => fraction(a.of * b.over - b.of * a.over, a.over * b.over),
};
const multiplication: Readonly<Record<string, Operation>> = {
  '*': (a, b) => fraction(a.of * b.of, a.over * b.over),
  '/': (a, b) => fraction(a.of * b.over, a.over * b.of),
};

const sum = (reader: Reader) => chain(reader, product, addition);
const product = (reader: Reader) => chain(reader, power, multiplication);

/** Operands joined by operators of one rank, from the left. */
function chain(
  reader: Reader,
  operand: (reader: Reader) => Fraction | undefined,
  operators: Readonly<Record<string, Operation>>,
): Fraction | undefined {
  let result = operand(reader);
  while (result) {
    const operation = operators[reader.tokens[reader.at] ?? ''];
    if (!operation) return result;
    reader.at += 1;
    const next = operand(reader);
    result = next && operation(result, next);
  }
  return undefined;
}

function power(reader: Reader): Fraction | undefined {
  const base = signed(reader);
  if (!base || reader.tokens[reader.at] !== '^') return base;
  reader.at += 1;
  const exponent = power(reader);
  return exponent && raise(base, exponent);
}

function raise(base: Fraction, { of, over }: Fraction): Fraction {
  if (over !== 1n) throw new NoResult('I only work out whole powers.');
  const digits = Math.max(String(base.of).length, String(base.over).length);
  if (digits * Math.abs(Number(of)) > LONGEST_POWER) {
    throw new NoResult('That power is too large for me.');
  }
  return of < 0n
    ? fraction(base.over ** -of, base.of ** -of)
    : fraction(base.of ** of, base.over ** of);
}

function signed(reader: Reader): Fraction | undefined {
  if (reader.tokens[reader.at] !== '-') return atom(reader);
  reader.at += 1;
  const value = power(reader);
  return value && { of: -value.of, over: value.over };
}

/** A number or parentheses, with any percent signs behind it. */
function atom(reader: Reader): Fraction | undefined {
  const token = reader.tokens[reader.at] ?? '';
  reader.at += 1;
  let value = token === '(' ? parenthesised(reader) : number(token);
  for (; value && reader.tokens[reader.at] === '%'; reader.at += 1) {
    value = fraction(value.of, value.over * 100n);
  }
  return value;
}

function parenthesised(reader: Reader): Fraction | undefined {
  const value = sum(reader);
  const isClosed = reader.tokens[reader.at] === ')';
  reader.at += 1;
  return isClosed ? value : undefined;
}

function number(token: string): Fraction | undefined {
  if (!/^\d/.test(token)) return undefined;
  const [whole = '', decimals = ''] = token.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

function fraction(of: bigint, over: bigint): Fraction {
  if (over === 0n) throw new NoResult('Dividing by zero has no result.');
  const divisor = over < 0n ? -gcd(of, over) : gcd(of, over);
  return { of: of / divisor, over: over / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  return y === 0n ? x : gcd(y, x % y);
}

function decimal({ of, over }: Fraction): string {
  const scale = 10n ** BigInt(PLACES);
  const size = of < 0n ? -of : of;
  const scaled = (size * scale * 2n + over) / (over * 2n);
  const decimals = String(scaled % scale)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  const isRounded = (size * scale) % over !== 0n;
  const sign = of < 0n && scaled > 0n ? '-' : '';
  return `${isRounded ? '≈ ' : ''}${sign}${scaled / scale}${decimals && `.${decimals}`}`;
}
