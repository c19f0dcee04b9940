import fs from 'node:fs'; import * as pf from 'pagefind'; import { searchableHtml } from './src/build/searchable-html.ts'; import { execSync } from 'node:child_process';
const root='/tmp/qaw/w1/dist/field-notes/'; const N=300;
const pages=fs.readdirSync(root).filter(s=>fs.existsSync(root+s+'/index.html')).slice(0,N).map(s=>[`field-notes/${s}/index.html`,searchableHtml(fs.readFileSync(root+s+'/index.html','utf8'))]);
const art=h=>{const a=h.indexOf('<article'),b=h.lastIndexOf('</article>');return '<!DOCTYPE html><html lang="en-GB"><body>'+h.slice(a,b+10)+'</body></html>';};
const cpu=()=>{ let s=0; for(const p of fs.readdirSync('/proc').filter(x=>/^\d+$/.test(x))) try{ const st=fs.readFileSync(`/proc/${p}/stat`,'utf8'); if(!st.includes('(pagefind_extend')) continue; const f=st.replace(/^.*\) /s,'').split(' '); if(+f[1]===process.pid) s+=(+f[11]+ +f[12])/100;}catch{} return s;};
for (const [name,f] of [['full',x=>x],['article',art],['full',x=>x],['article',art]]) {
 const {index}=await pf.createIndex({}); const c0=cpu(), m0=process.cpuUsage();
 await Promise.all(pages.map(([path,h])=>index.addHTMLFile({sourcePath:path,content:f(h)})));
 const c1=cpu(); const {files}=await index.getFiles(); const c2=cpu(); await index.deleteIndex(); const m=process.cpuUsage(m0);
 console.log(name,'add',(c1-c0).toFixed(2),'files',(c2-c1).toFixed(2),'node',((m.user+m.system)/1e6).toFixed(2), files.length, files.reduce((s,x)=>s+x.content.length,0), [...new Set(files.map(x=>x.path.split('/')[0]))].length);
 fs.writeFileSync('/tmp/qaw/pf-'+name+'.json',JSON.stringify(files.map(x=>[x.path,Buffer.from(x.content).toString('base64').length]).sort()));
}
await pf.close();
