import type { TextPainter } from '../../lib/diagnostics/pretty.ts';
import { jsonText } from '../../lib/engine.ts';
import type { LinkAnswer } from '../web/ask-address.ts';

/** Where an address is linked. Line and column count from 1. */
export interface LinkPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An address with what came of asking it. */
export interface AnsweredLink extends LinkAnswer {
  readonly places: readonly LinkPlace[];
}

const order = ['broken', 'moved', 'unknown'] as const;
const severities = { broken: 'error', moved: 'warning', unknown: 'info' } as const;

/** What is not in order, the worst first, and how much there was. */
export function linkAnswersText(links: readonly AnsweredLink[], painter: TextPainter): string {
  const told = order.flatMap((verdict) => links.filter((link) => link.verdict === verdict).map(textOf));
  return [...told, summaryOf(links)].join('\n');

  function textOf({ verdict, url, reason, places }: AnsweredLink): string {
    const heading = painter.heading(severities[verdict as (typeof order)[number]], verdict);
    const lines = places.map(({ file, line, column }) => painter.faint(`  --> ${file}:${line}:${column}\n`));
    return `${heading}: ${url} ${reason ?? ''}\n${lines.join('')}`;
  }
}

function summaryOf(links: readonly AnsweredLink[]): string {
  const count = (verdict: LinkAnswer['verdict']) => links.filter((link) => link.verdict === verdict).length;
  const parts = [
    `${count('ok')} in order`,
    `${count('broken')} broken`,
    `${count('moved')} moved for good`,
    `${count('unknown')} of which nothing is known`,
  ];
  return `${links.length} ${links.length === 1 ? 'address' : 'addresses'} asked: ${parts.join(', ')}.\n`;
}

/** For programs. */
export function linkAnswersJson(links: readonly AnsweredLink[]): string {
  const all = links.map(({ url, verdict, status, location, reason, places }) => ({
    url,
    verdict,
    status: status ?? null,
    location: location ?? null,
    reason: reason ?? null,
    places,
  }));
  return `${jsonText({ version: 1, links: all })}\n`;
}
