import { makePictures } from '/tmp/pe/test/fixtures/other-site/pictures.ts';
import { cpSync, rmSync } from 'node:fs';
import { copyProject, replaceContent } from '/tmp/pe/tools/copy-project.ts';
rmSync('/tmp/other/src',{recursive:true,force:true}); rmSync('/tmp/other/tools',{recursive:true,force:true}); rmSync('/tmp/other/node_modules',{force:true}); rmSync('/tmp/other/test',{recursive:true,force:true}); rmSync('/tmp/other/public',{recursive:true,force:true});
copyProject('/tmp/other'); replaceContent('/tmp/other','/tmp/pe/test/fixtures/other-site/content'); cpSync('/tmp/pe/test/fixtures/other-site/site.yaml','/tmp/other/src/site.yaml');
for (const n of ['test','vitest.site.config.ts']) cpSync('/tmp/pe/'+n,'/tmp/other/'+n,{recursive:true});
await makePictures('/tmp/other/src/content');
