import type { Output } from '../../lib/guide/guide.ts';
import { languages, platformIds, platforms, rulePath } from '../../lib/engine.ts';
import type { DialectId } from '../../lib/platforms/dialects.ts';
import type { PlatformId } from '../../lib/platforms/platforms.ts';
import type { Lab } from '../../lib/lab/lab.ts';
import type { CheckedBlock } from '../../lib/check/labwork.ts';
import type { BlockView } from '../types/block.ts';
import type { MarkedValue } from './highlight.ts';
import { highlightCommands } from './highlight.ts';
import { foldedLines, listingHtml } from './listing-html.ts';

/** Everything a command block shows. */
export function blockView(
  checked: CheckedBlock,
  output: Output | undefined,
  lab: Lab | undefined,
): BlockView {
  const { block, device, devices, platform, takenBy, resolved, tokens, prompts, context, evidence, agreed } =
    checked;
  const { title, shell } = platforms[platform];
  const values = checked.values.map(({ value, start, end }): MarkedValue => ({
    start,
    end,
    value: value.path,
    cable: lab?.networks.find(({ id }) => id === value.network)?.cable,
  }));
  return {
    id: block.id,
    device: device.name,
    deviceTitle: device.title,
    deviceClass: device.class,
    platform: title,
    variant: device.platform !== undefined && platform !== device.platform,
    alsoOn: devices.map(({ name }) => name).filter((name) => name !== device.name),
    // A shell says which device it is of; a mode of a command line does not.
    context: takenBy
      ? anywhereText(block.dialect, takenBy)
      : context === shell
        ? context
        : `${title} · ${context}`,
    role: block.role,
    because: block.because,
    allowed: checked.allowed.map(({ rule, why }) => ({ rule, url: rulePath(rule), why })),
    step: block.step,
    evidence,
    agreed,
    text: resolved.text,
    html: listingHtml(
      highlightCommands(resolved.text, tokens(), values).map((html, index) => ({
        prompt: prompts[index] ?? '',
        html,
      })),
      block.listing,
    ),
    title: block.listing.title,
    folded: foldedLines(resolved.text),
    output: output && {
      text: output.code.text,
      folded: foldedLines(output.code.text),
      source: sourceOf(output, title),
    },
  };
}

/** Of a block that is for no platform in particular: its language, and where it does not run. */
function anywhereText(dialect: DialectId, takenBy: readonly PlatformId[]): string {
  const { title } = languages[dialect];
  const others = platformIds.filter(
    (id) =>
      platforms[id].dialect === dialect && platforms[id].commandsOf === undefined && !takenBy.includes(id),
  );
  if (others.length === 0 || takenBy.length === 0) return title;
  return `${title} · not on ${others.map((id) => platforms[id].title).join(', ')}`;
}

function sourceOf({ captured, after, partner }: Output, platform: string): string {
  if (captured !== undefined) return captured;
  const given = [
    after === 'reload' ? ', after the reload' : '',
    partner === 'silent' ? ', while nobody answers at the other end' : '',
  ];
  return `the model of the ${platform}${given.join('')}`;
}
