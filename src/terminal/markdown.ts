import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import stringWidth from 'string-width';
import { type Language, renderCode } from './code.ts';
import { renderSpans } from './markdown-spans.ts';
import { sanitize } from './sanitize.ts';
import { renderTable } from './table.ts';
import { prefix, wrap } from './text.ts';
import type { Layout } from './theme.ts';

/**
 * Markdown (GitHub's flavour) as terminal lines: the same words with and without colour, control
 * sequences removed, also those written as character references. Lines of code blocks keep their
 * length.
 */
export function renderMarkdown(markdown: string, layout: Layout): string[] {
  const text = sanitize(markdown);
  try {
    return renderBlocks(lexer(text), layout);
  } catch (error) {
    // marked recurses: thousands of nested quotes or lists exhaust the stack. Such text is shown as
    // it is.
    if (error instanceof RangeError) return wrap(text, layout.width);
    throw error;
  }
}

function renderBlocks(
  tokens: readonly Token[],
  layout: Layout,
  gap: readonly string[] = [''],
): string[] {
  return tokens
    .map((token) => renderBlock(token as MarkedToken, layout))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [...gap, ...lines]));
}

function renderBlock(token: MarkedToken, layout: Layout): string[] {
  const { theme, width } = layout;
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return wrap(renderSpans([token], theme), width);
    case 'heading':
      return wrap(
        (token.depth === 1 ? theme.title : theme.heading)(renderSpans(token.tokens, theme)),
        width,
      );
    case 'code':
      return renderCode(token.text, { ...layout, language: languageOf(token.lang) });
    case 'blockquote':
      return renderQuote(token, layout);
    case 'list':
      return renderList(token, layout);
    case 'table':
      return renderTable(
        {
          head: token.header.map((cell) => renderSpans(cell.tokens, theme)),
          rows: token.rows.map((row) => row.map((cell) => renderSpans(cell.tokens, theme))),
          align: token.align.map((align) => align ?? 'left'),
        },
        layout,
      );
    case 'hr':
      return [theme.dim('* * *')];
    case 'html':
      return wrap(token.text.trimEnd(), width);
    default: // blank lines, link definitions, the box of a task (see renderList)
      return [];
  }
}

function renderQuote({ tokens }: Tokens.Blockquote, layout: Layout): string[] {
  const marker = `${layout.theme.dim('>')} `;
  return nest(marker, layout, (inner) => renderBlocks(tokens, inner), marker);
}

function renderList(list: Tokens.List, layout: Layout): string[] {
  const gap = list.loose ? [''] : [];
  const start = list.start || 1;
  const numberWidth = `${start + list.items.length - 1}.`.length;
  return list.items.flatMap((item, index) => {
    const bullet = list.ordered ? `${start + index}.`.padStart(numberWidth) : '-';
    const box = item.task ? `[${item.checked ? 'x' : ' '}] ` : '';
    const lines = nest(`${layout.theme.dim(bullet)} ${box}`, layout, (inner) =>
      renderBlocks(item.tokens, inner, gap),
    );
    return index === 0 ? lines : [...gap, ...lines];
  });
}

/**
 * Deeper than this there is no room left to indent: what follows is drawn at the full width,
 * unmarked.
 */
const narrowest = 10;

/**
 * Draws blocks behind a marker, further lines aligned with the first; a quote's marker is repeated.
 */
function nest(
  marker: string,
  layout: Layout,
  render: (inner: Layout) => string[],
  hanging = ' '.repeat(stringWidth(marker)),
): string[] {
  const width = layout.width - stringWidth(marker);
  return width < narrowest ? render(layout) : prefix(render({ ...layout, width }), marker, hanging);
}

const languages: Readonly<Record<string, Language>> = {
  bash: 'sh',
  console: 'sh',
  javascript: 'ts',
  js: 'ts',
  json: 'json',
  mts: 'ts',
  sh: 'sh',
  shell: 'sh',
  ts: 'ts',
  typescript: 'ts',
};

function languageOf(fence = ''): Language {
  const name = /^\w*/.exec(fence)?.[0].toLowerCase() ?? '';
  return (Object.hasOwn(languages, name) ? languages[name] : undefined) ?? 'text';
}
