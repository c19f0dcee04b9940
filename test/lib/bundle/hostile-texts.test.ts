import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import type { Bundle } from '../../../src/lib/bundle/make-bundle.ts';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import type { CheckedBlock, CheckedGuide, CheckedLabwork, Track } from '../../../src/lib/check/labwork.ts';
import { parse } from '../../../src/lib/dialects/powershell/syntax/parse.ts';
import type { PostDataOf } from '../../../src/lib/guide/front-matter.ts';
import { createChance, pick } from '../../chance.ts';
import { check } from '../fixture-posts.ts';
import { linesOf, manifestOf, rackParts, site, textOf } from './rack-bundle.ts';

/** Each place at which a text of a post or a lab reaches the files of a bundle. Schemas refuse some of these texts; files do not count on it. */
const fields = [
  'series',
  'title',
  'licences',
  'hardware',
  'step title',
  'reason',
  'example',
  'device title',
  'value title',
  'value',
] as const;
type Field = (typeof fields)[number];

const labwork = check(...rackParts());

/** The bundle with a text in some of its fields. */
function bundleWith(text: string, inFields: readonly Field[]): Bundle {
  const put = <T>(field: Field, own: T): T | string => (inFields.includes(field) ? text : own);
  const texts = (field: Field, own: readonly string[]) =>
    inFields.includes(field) ? [text, `b ${text}`] : own;
  const guideOf = (checked: CheckedGuide): CheckedGuide => {
    const data = checked.guide.data as PostDataOf<'labworks'>;
    const requires = {
      ...data.requires,
      licences: texts('licences', data.requires.licences),
      hardware: texts('hardware', data.requires.hardware),
    };
    return {
      ...checked,
      blocks: checked.blocks.map(blockOf),
      guide: {
        ...checked.guide,
        data: {
          ...data,
          series: put('series', data.series),
          title: put('title', data.title),
          requires,
        } as typeof data,
        steps: checked.guide.steps.map((step) => ({ ...step, title: put('step title', step.title) })),
      },
    };
  };
  const blockOf = (checked: CheckedBlock): CheckedBlock => ({
    ...checked,
    block: { ...checked.block, because: checked.block.because && put('reason', checked.block.because) },
    resolved:
      checked.block.role === 'example'
        ? { ...checked.resolved, text: put('example', checked.resolved.text) }
        : checked.resolved,
    values: checked.values.map(({ value, ...rest }) => ({
      ...rest,
      value: { ...value, title: put('value title', value.title), text: put('value', value.text) },
    })),
  });
  const trackOf = (track: Track): Track => ({
    ...track,
    device: { ...track.device, title: put('device title', track.device.title) },
    blocks: track.blocks.map(blockOf),
  });
  const hostile: CheckedLabwork = {
    ...labwork,
    guides: labwork.guides.map(guideOf),
    tracks: labwork.tracks.map(trackOf),
  };
  return makeBundle(hostile, { site })!;
}

/** What a file is, read back by whatever reads it; the texts in it left out. */
function structureOf(bundle: Bundle, path: string): unknown {
  const text = textOf(bundle, path)!;
  if (path.endsWith('.json')) {
    expect(text).toMatch(/^[\n\x20-\x7E]+$/);
    return Object.keys(manifestOf(bundle));
  }
  if (path.endsWith('.md')) {
    expect(text).toMatch(/^[\r\n\x20-\x7E]+$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
    return micromark(text, options).match(/<[^>]+>/g);
  }
  if (path.endsWith('.ps1')) {
    for (const version of [4, 7]) {
      const { statements, problems } = parse(text, version);
      expect(problems, path).toEqual([]);
      expect(statements.map(({ trust }) => trust)).not.toContain('guessed');
    }
    const { statements, comments } = parse(text, 7);
    const said = comments.map(({ start, end }) => text.slice(start, end));
    for (const comment of said) expect(comment).toMatch(/^#[\x20-\x7E]*$/);
    const code = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
    return {
      statements: statements.length,
      lines: code
        // Texts are strings, which have what is not ASCII behind a number; they end where they began.
        .replace(/\((?:''|'(?:[^'\r\n]|'')*')?(?: ?\+ ?|\[char\]0x[0-9A-F]+|'(?:[^'\r\n]|'')*')+\)/g, "'…'")
        .replace(/'(?:[^'\r\n]|'')*'/g, "'…'")
        .split(/[\r\n]+/)
        .filter((line) => line.trim() !== ''),
      requires: said.filter((comment) => /^#requires/i.test(comment)),
    };
  }
  if (path.endsWith('.yml')) {
    expect(text).toMatch(/^[\n\x20-\x7E]+$/);
    for (const line of text.split('\n---\n')[0]!.split('\n')) expect(line).toMatch(/^(?:#|---$)/);
    const verbatim = { tag: '!unsafe', resolve: () => '…' };
    const read = parseDocument(text, { customTags: [verbatim] });
    expect([...read.errors, ...read.warnings]).toEqual([]);
    // What Ansible would fill in is our own.
    return read.toJS() as unknown;
  }
  if (path.endsWith('.ios')) {
    const lines = linesOf(bundle, path);
    for (const line of lines.filter((one) => one.startsWith('!')))
      expect(line).toMatch(/^![\x20-\x3E\x40-\x7E]{0,253}$/);
    return lines.filter((line) => !line.startsWith('!'));
  }
  return text.replace(/^[0-9a-f]{64}/gm, '');
}

function structuresOf(bundle: Bundle): Record<string, unknown> {
  return Object.fromEntries(bundle.files.map(({ path }) => [path, structureOf(bundle, path)]));
}

const hostile = [
  'a\nreload',
  'a\r\nGet-VM',
  'a\rb',
  'a\u2028Get-VM\u2029b',
  'a\u0085Get-VM',
  'a\u000BGet-VM\u000Cb',
  'a\n\n# heading\n\n- item\n',
  '#> Get-VM <#',
  "'; Get-VM; '",
  '"; Get-VM; "$(Get-VM)',
  'a ` b $x @" "@',
  'show ?',
  '\uFF1F \u037E ?',
  '! a',
  '#Requires -Version 9',
  'SIG # Begin signature block',
  'Begin signature block',
  '<!-- <script>alert(1)</script> [a](b) ![c](d) `e` | f | **g** https://h.example',
  '| --- |',
  '```',
  '# a #',
  'a\\',
  '\u001B[2J\u0007\u0000',
  '\u202Eabc\u2066\u200B\uFEFF',
  '\uD800 \uFFFE',
  'x'.repeat(700),
  `${'word '.repeat(120)}`,
  '%SystemRoot% ${env:PATH} {{team}}',
  '^C quit @',
];

describe('a text of a post or a lab', () => {
  const twin = structuresOf(bundleWith('word', fields));

  it.each(hostile)('stays a text in every file of the bundle: %j', (text) => {
    expect(structuresOf(bundleWith(`w ${text}`, fields))).toEqual(twin);
    expect(structuresOf(bundleWith(text, fields))).toEqual(twin);
  });

  it.each(fields)('stays one in each field by itself: %s', (field) => {
    const own = structuresOf(bundleWith('word', [field]));
    const chance = createChance(fields.indexOf(field));
    for (let round = 0; round < 6; round++) {
      const text = Array.from({ length: 3 }, () => pick(chance, hostile)).join(pick(chance, ['', ' ', '\n']));
      expect(structuresOf(bundleWith(text, [field])), JSON.stringify(text)).toEqual(own);
    }
  });
});
