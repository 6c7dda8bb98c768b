import { sanitize } from './sanitize.ts';
import { prefix } from './text.ts';
import type { Layout, Theme } from './theme.ts';

export type Language = 'ts' | 'sh' | 'json' | 'text';

type TokenKind = 'comment' | 'string' | 'keyword' | 'number';

/**
 * The kinds of token that get a style, tried in this order. A comment or string that is never
 * closed reaches to the end, of the line where strings end with it: so no pattern scans the same
 * text twice, whatever a model writes.
 */
const grammars: Readonly<
  Record<Exclude<Language, 'text'>, Partial<Readonly<Record<TokenKind, RegExp>>>>
> = {
  ts: {
    comment: /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/,
    string: /'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\[\s\S]|[^`\\])*`?/,
    keyword:
      /(?<![.\w$])(?:as|async|await|break|case|catch|class|const|continue|default|else|export|extends|finally|for|from|function|if|import|in|instanceof|interface|let|new|of|return|satisfies|switch|throw|try|type|typeof|while|yield)(?![\w$]|\??:)/,
    number: /(?<![\w$])(?:\d[\d_]*(?:\.\d+)?|true|false|null|undefined)(?![\w$])/,
  },
  sh: {
    comment: /(?<=^|\s)#.*/,
    string: /'[^']*'?|"(?:\\[\s\S]|[^"\\])*"?/,
    keyword: /(?<=^|\s)--?[A-Za-z][\w-]*|\$\w+|\$\{\w+\}/,
  },
  json: {
    keyword: /"(?:\\.|[^"\\\n])*"(?=\s*:)/,
    string: /"(?:\\.|[^"\\\n])*"?/,
    number: /-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b|\b(?:true|false|null)\b/,
  },
};

const indent = '  ';

/**
 * Code, each line indented by two and otherwise as it is: lines are not wrapped, whatever `width`
 * is, so that they can be copied. Control sequences are removed; one line break at the end is
 * dropped.
 */
export function renderCode(
  source: string,
  { language, theme }: Layout & { language: Language },
): string[] {
  const code = sanitize(source).replace(/\n$/, '');
  return prefix(highlight(code, language, theme).split('\n'), indent, indent);
}

function highlight(code: string, language: Language, theme: Theme): string {
  if (language === 'text') return code;
  const grammar = Object.entries(grammars[language]) as [TokenKind, RegExp][];
  const token = new RegExp(grammar.map(([, { source }]) => `(${source})`).join('|'), 'g');
  return code.replace(token, (text, ...groups) => {
    const [kind] = grammar.find((_, index) => groups[index] !== undefined) ?? [];
    return kind ? theme[kind](text) : text;
  });
}
