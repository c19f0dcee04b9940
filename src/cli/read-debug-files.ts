import { createEngine, createSourceFile } from '../lib/engine.ts';
import { releasedContent } from '../jobs/check-released.ts';
import { listContent } from '../workspace/content.ts';
import { loadCatalogue } from '../workspace/facts.ts';
import { contentFolder, shownPath } from '../workspace/paths.ts';
import { readText } from '../workspace/text-file.ts';
import { today } from '../workspace/today.ts';
import { kindFolderOf } from '../workspace/workspace.ts';
import { join } from 'node:path';

/** The slugs of the Debug Files of the content that readers are shown. */
export function readDebugFiles(): ReadonlySet<string> {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const folder = join(contentFolder, 'debug');
  const posts = listContent()
    .posts.filter((path) => kindFolderOf(path) === folder)
    .flatMap((path) => {
      const read = readText(path);
      return 'problem' in read ? [] : [engine.readGuide(createSourceFile(shownPath(path), read.text))];
    });
  return releasedContent(posts, today()).debugFiles;
}
