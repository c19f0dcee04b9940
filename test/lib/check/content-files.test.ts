import { describe, expect, it } from 'vitest';
import { checkContentFiles } from '../../../src/lib/check/check-content-files.ts';
import { placeInContent } from '../../../src/lib/check/content-places.ts';

const said = (...files: readonly string[]) =>
  checkContentFiles({ files, unreadable: [], root: 'src/content' }).map(
    ({ rule, severity, file, message, hint }) => [rule, severity, file, message, hint],
  );

describe('a file of the content', () => {
  it.each([
    ['labworks/a.mdx', { collection: 'labworks', id: 'a' }],
    ['labs/a.yaml', { collection: 'labs', id: 'a' }],
    ['labs/a.yml', { collection: 'labs', id: 'a' }],
    ['rules/guide/heading.md', { collection: 'rules', id: 'guide/heading' }],
    ['figures/a.b.svg', { collection: 'figures', id: 'a.b' }],
  ])('is read where it lies: %s', (path, place) => {
    expect(placeInContent(path)).toEqual(place);
  });

  it.each([
    [
      'labworks/a.rst',
      'Read there is src/content/labworks/NAME.mdx or NAME.md, or NAME/index.mdx with its pictures beside it.',
    ],
    [
      'labworks/sub/a.mdx',
      'Read there is src/content/labworks/NAME.mdx or NAME.md, or NAME/index.mdx with its pictures beside it.',
    ],
    [
      'labworks/.a.mdx',
      'Read there is src/content/labworks/NAME.mdx or NAME.md, or NAME/index.mdx with its pictures beside it.',
    ],
    ['labs/a.YAML', 'Read there is src/content/labs/NAME.yaml.'],
    ['rules/heading.md', 'Read there is src/content/rules/ROOM/NAME.md.'],
    ['evidence/other.json', 'Read there is src/content/evidence/powershell-engine.json or rehearsal.json.'],
    ['lab/a.yaml', 'Did you mean “labs”?'],
    ['Labs/a.yaml', 'Did you mean “labs”?'],
    [
      'a.mdx',
      'Read are the folders allegories, fail-files, labworks, debug, field-notes, labs, comparisons, figures, rules, accuracy, addresses, ledger, evidence.',
    ],
  ])('is told where nothing reads it, with what is read instead: %s', (path, hint) => {
    expect(placeInContent(path)).toBeUndefined();
    expect(said(path)).toEqual([
      ['content/unused-file', 'warning', `src/content/${path}`, 'Nothing reads this file.', hint],
    ]);
  });

  it.each([
    ['labs/My Lab.yaml', 'My Lab', 'cannot be an address'],
    ['labs/..yaml', undefined, ''],
    ['comparisons/Speeds.yaml', 'Speeds', 'cannot be an address'],
    ['comparisons/spe\u0301eds.yaml', 'spe\u0301eds', 'cannot be an address'],
    ['figures/con.svg', 'con', 'is kept by Windows for a device'],
    ['figures/lpt1.svg', 'lpt1', 'is kept by Windows for a device'],
    [`labs/${'a'.repeat(201)}.yaml`, `${'a'.repeat(99)}…`, 'is longer than 200 bytes'],
  ])('has a name that can be an address: %s', (path, name, problem) => {
    const messages = said(path).map(([rule, , , message]) => [rule, message]);
    expect(messages).toEqual(
      name === undefined
        ? [['content/unused-file', 'Nothing reads this file.']]
        : [['content/file-name', `The file's name “${name}” ${problem}.`]],
    );
  });

  it('has a name of its own', () => {
    expect(said('labs/a.yaml', 'labs/a.yml', 'comparisons/a.yaml', 'figures/a.svg')).toEqual([
      [
        'content/same-address',
        'error',
        'src/content/labs/a.yml',
        '“a” is there twice: src/content/labs/a.yaml has the same name.',
        'Keep one of the two files, or rename one.',
      ],
    ]);
  });
});
