import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { HtmlValidate } from 'html-validate/node';
import { makeBundle } from '../../src/lib/bundle/make-bundle.ts';
import type { Diagnostic } from '../../src/lib/diagnostics/diagnostic.ts';
import { createSourceFile } from '../../src/lib/engine.ts';
import type { Segment } from '../../src/lib/guide/guide.ts';
import { segmentsToHtml } from '../../src/site/segments-to-html.ts';
import { slipIn, withSlip } from '../../tools/break-script.ts';
import { createChance, pick } from '../chance.ts';
import { engine, iosCase, powershellCase, problemsOfViews } from './commands.ts';
import type { Trial } from './findings.ts';
import { problemsOfFixes } from './fixes.ts';

type Chance = () => number;

const rackPath = join(import.meta.dirname, '../fixtures/rack/labs/rack.yaml');
const { value: rack } = engine.readLab(createSourceFile('labs/rack.yaml', readFileSync(rackPath, 'utf8')));
const labs = new Map([['rack', rack!]]);

/** Parts of the grammar; `%` stands for something else that fits into a line, `@` for further blocks. */
const blocks = [
  '%\n',
  '%\n%\n',
  '## 1:1 %\n',
  '## 1:2 %\n',
  '### %\n',
  '%\n===\n',
  '- %\n- %\n',
  '- %\n\n  @\n',
  '1. %\n2. %\n',
  '- [x] %\n- [ ] %\n',
  '> %\n> %\n',
  '> @\n',
  '| % | % |\n| --- | :-: |\n| % | % |\n',
  '---\n',
  '<Aside title="%">\n\n@\n\n</Aside>\n',
  '<Figure src="x" alt="%" />\n',
  '<NetworkTable networks="lm" />\n',
  '<Topology caption="%" />\n',
  '<PortMap device="sw1" />\n',
  '<Comparison id="x" />\n',
  '<ReadingList />\n',
  '<BundleDownload />\n',
  '<Correction of="x" id="y">\n\n@\n\n</Correction>\n',
  '<!-- % -->\n',
  '{/* % */}\n',
  '<details><summary>%</summary>\n\n@\n\n</details>\n',
  '[^1]: %\n',
  '[ref]: https://a.example/% "%"\n',
  '    indented %\n',
  '```\n%\n```\n',
  '~~~yaml\na: %\n~~~\n',
  '{more}\n',
  '> [!NOTE] %\n> %\n',
  ':::warning %\n%\n:::\n',
  '::::note\n\n@\n\n::::\n',
  ':::details %\n',
  '<SyncTabs>\n<Tab label="%">\n\n@\n\n</Tab>\n<Tab label="b">\n\n@\n\n</Tab>\n</SyncTabs>\n',
  '%\n: %\n: %\n',
  '$$\nx^2 %\n$$\n',
  '```math\n%\n```\n',
  '{{< highlight yaml >}}\n%\n{{< /highlight >}}\n',
  '[TOC]\n',
] as const;

const inlines = [
  'words and more words',
  '**%**',
  '*%*',
  '_%_',
  '~~%~~',
  '`%`',
  '``a ` b``',
  '[%](https://a.example)',
  '[%](/x/)',
  '[%][ref]',
  '![%](x.png)',
  '[^1]',
  '<Value of="networks.lm.vlan" />',
  '<Correction of="x" id="y">%</Correction>',
  '<kbd>%</kbd>',
  '<br/>',
  'https://a.example/b?c=d&e=f.',
  '&amp; &lt; &#x1F600; &nope;',
  '\\* \\{ \\<',
  '{1 + 1}',
  '{"text"}',
  '{{vswitch}}',
  '10.0.0.1 & 2 < 3 > 1',
  '“quotes” – dashes…',
  '😀 e\u0301 \u200b \u202e',
  'line\\\nbreak  \nbreak',
  '==%==',
  ':warning: :warnning:',
  '$\\frac{a}{b}$ $5 $x_i$',
  '{{< figure src="%" >}} {% x %}',
  '[[%]] [^9] [a b][c]',
] as const;

const metas = [
  'on=srv1',
  'on=srv1 verify',
  'on=srv1 undo',
  'on=srv1 example because="it is"',
  '',
  'on=nobody',
  'on=srv1 what',
];

function inline(chance: Chance, depth: number): string {
  const text = depth > 3 ? 'word' : pick(chance, inlines);
  return text.replace(/%/g, () => inline(chance, depth + 1));
}

function block(chance: Chance, depth: number): string {
  if (chance() < 0.25) return fence(chance);
  return pick(chance, blocks)
    .replace(/%/g, () => inline(chance, 0))
    .replace(/^(.*)@/gm, (_, indent: string) =>
      (depth > 3 ? 'text' : block(chance, depth + 1)).replace(/^/gm, indent),
    );
}

function fence(chance: Chance): string {
  const own = Math.floor(chance() * 2 ** 31);
  const values = chance() < 0.3 ? '\nGet-VM -Name {{team}} "{{note}}" {{networks.lm.vlan}}' : '';
  if (chance() < 0.5)
    return `\`\`\`powershell ${pick(chance, metas)}\n${powershellCase(own).slice(0, 300)}${values}\n\`\`\`\n`;
  const output = chance() < 0.2 ? '\n```output\nVLAN Name\n```\n' : '';
  const meta = pick(chance, metas).replace('srv1', 'sw1');
  return `\`\`\`ios ${meta}\n${iosCase(own, 'catalyst-2960s')}\n\`\`\`\n${output}`;
}

const fronts = [
  'title: A note\ndate: 2014-04-10\nsummary: A note.\nlab: rack\n',
  'title: "A: #note"\ndate: 2014-04-10\nsummary: >\n  A\n  note.\ntags: [a, b]\nlab: rack\n',
  'title: Part\ndate: 2014-04-10\nsummary: A part.\nlab: rack\nlabwork: 1\npart: 1\nseries: The rack\nsteps: 1:1-1:2\nrelease: 1.0.0\nrequires:\n  platforms: [windows-server-2012-r2]\n  licences: []\n  hardware: []\n',
] as const;

/** A post, whole or broken in some places. */
export function postCase(seed: number): string {
  const chance = createChance(seed);
  const front = pick(chance, fronts);
  const body = Array.from({ length: 1 + Math.floor(chance() * 7) }, () => block(chance, 0)).join('\n');
  let text = `---\n${front}---\n\n${body}`;
  // Half of all posts stay as they were made.
  if (chance() < 0.5) return text;
  do {
    text = withSlip(text, slipIn(text, chance));
  } while (chance() < 0.5 && text !== '');
  return chance() < 0.1 ? text.replaceAll('\n', '\r\n') : text;
}

const html = new HtmlValidate({
  rules: { 'close-order': 'error', 'no-dup-attr': 'error', 'element-name': 'off' },
});

/** A post read, checked, mended, rendered and bundled. */
export const postTrial: Trial = (text) => {
  const path = text.includes('\nlabwork:') ? 'labworks/fuzzed.mdx' : 'field-notes/fuzzed.mdx';
  const read = (source: string) => engine.readGuide(createSourceFile(path, source));
  const check = (source: string): readonly Diagnostic[] =>
    engine.checkLabwork([read(source)], labs).guides.flatMap(({ diagnostics }) => diagnostics);
  const guide = read(text);
  const labwork = engine.checkLabwork([guide], labs);
  const diagnostics = labwork.guides.flatMap((one) => one.diagnostics);
  const isSound = diagnostics.every(({ severity }) => severity !== 'error');
  return [
    ...problemsOfViews(guide.file, diagnostics),
    ...problemsOfFixes(text, diagnostics, check),
    // What has an error is never published.
    ...(isSound ? [...problemsOfHtml(guide.body), ...problemsOfBundle(labwork)] : []),
  ];
};

function problemsOfHtml(body: readonly Segment[]): ReturnType<Trial> {
  const text = segmentsToHtml(body, ({ component }, children) =>
    ['Value', 'Correction', 'Formula', 'Picture'].includes(component)
      ? `<i>${children}</i>`
      : `<div>${children}</div>`,
  );
  const { results } = html.validateStringSync(`<!doctype html><html lang="en"><body>${text}</body></html>`);
  return results
    .flatMap(({ messages }) => messages)
    .slice(0, 1)
    .map(({ ruleId, message }) => ({ kind: `html: ${ruleId}`, detail: `${message}\n${text}` }));
}

function problemsOfBundle(labwork: Parameters<typeof makeBundle>[0]): ReturnType<Trial> {
  const bundle = makeBundle(labwork, { site: 'https://a.example' });
  if (!bundle) return [];
  const files = unzipSync(bundle.zip);
  const names = Object.keys(files);
  JSON.parse(
    new TextDecoder().decode(Object.entries(files).find(([name]) => name.endsWith('manifest.json'))![1]),
  );
  return names.length === bundle.files.length
    ? []
    : [{ kind: 'a zip without all files', detail: names.join(' ') }];
}
