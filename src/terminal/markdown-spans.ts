import type { MarkedToken, Token, Tokens } from 'marked';
import { sanitize } from './sanitize.ts';
import type { Theme } from './theme.ts';

/**
 * The inside of a paragraph, heading or cell as one styled string; its only line breaks are those
 * that Markdown asks for. Code keeps its backticks and links show their address, so that nothing
 * depends on colour.
 */
export function renderSpans(tokens: readonly Token[], theme: Theme): string {
  return tokens.map((token) => renderSpan(token as MarkedToken, theme)).join('');
}

function renderSpan(token: MarkedToken, theme: Theme): string {
  switch (token.type) {
    case 'strong':
      return theme.strong(renderSpans(token.tokens, theme));
    case 'em':
      return theme.emphasis(renderSpans(token.tokens, theme));
    case 'del':
      return `~~${renderSpans(token.tokens, theme)}~~`;
    case 'codespan':
      return theme.code(`\`${oneLine(token.text)}\``);
    case 'br':
      return '\n';
    case 'link':
    case 'image':
      return renderLink(token, theme);
    case 'text':
    case 'paragraph':
      return token.tokens ? renderSpans(token.tokens, theme) : readText(token.text);
    case 'escape':
      return token.text;
    default:
      return oneLine(token.raw);
  }
}

function renderLink({ href, tokens }: Tokens.Link | Tokens.Image, theme: Theme): string {
  const text = renderSpans(tokens, theme);
  const isAddress = href === text || href === `mailto:${text}`;
  return isAddress ? theme.link(text) : `${text} (${theme.link(href)})`;
}

const characterReferences: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

/**
 * marked resolves numeric character references, which may name control characters, and leaves named
 * ones.
 */
function readText(text: string): string {
  const resolved = text.replace(/&\w+;/g, (name) => characterReferences[name] ?? name);
  return oneLine(sanitize(resolved));
}

function oneLine(text: string): string {
  return text.replace(/ *\n */g, ' ');
}
