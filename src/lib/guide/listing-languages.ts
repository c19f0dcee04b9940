/**
 * Languages of blocks that are only shown, each with its other names: the grammars of Shiki, by its own ids and aliases
 * (`bundledLanguagesInfo` of shiki, which a test holds this list to), and `text`. Dialects are not among them. The shell has the name
 * that everybody gives it. The engine names languages and loads no grammar.
 */
const shown = `
  abap actionscript-3=actionscript,as3 ada ahk=ahk1 ahk2 angular-html angular-ts apache apex apl applescript
  ara asciidoc=adoc asm astro awk ballerina bash=shellscript,sh,shell,zsh bat=batch,cmd beancount berry=be
  bibtex bicep bird2=bird blade bsl=1c c c3 cadence=cdc cairo chapel=chpl clarity clojure=clj cmake cobol
  codeowners codeql=ql coffee=coffeescript common-lisp=lisp coq cpp=c++ crystal csharp=c#,cs css csv cue
  cypher=cql d dart dax desktop diff docker=dockerfile dotenv dream-maker edge elixir elm emacs-lisp=elisp erb
  erlang=erl fennel fish fluent=ftl fortran-fixed-form=f,for,f77 fortran-free-form=f90,f95,f03,f08,f18
  fsharp=f#,fs gdresource=tscn,tres gdscript=gd gdshader genie gherkin git-commit git-rebase gleam
  glimmer-js=gjs glimmer-ts=gts glsl gn gnuplot go graphql=gql groovy hack haml handlebars=hbs haskell=hs haxe
  hcl hjson hlsl html html-derivative http hurl hxml hy imba ini=properties java javascript=js,cjs,mjs jinja
  jison json json5 jsonc jsonl jsonnet jssm=fsl jsx julia=jl just=justfile kdl kotlin=kt,kts kusto=kql latex
  lean=lean4 less liquid llvm log logo lua luau make=makefile markdown=md marko matlab mdc mdx mipsasm=mips
  mojo moonbit=mbt,mbti move narrat=nar nextflow=nf nextflow-groovy nginx nim nix nsis nushell=nu
  objective-c=objc objective-cpp ocaml odin openscad=scad org pascal perl php pkl plsql po=pot,potx polar
  postcss powerquery prisma prolog proto=protobuf pug=jade puppet purescript python=py qml qmldir qss r racket
  raku=perl6 razor rbs=ruby-signature reg regexp=regex rel riscv ron rosmsg rst ruby=rb rust=rs sas sass scala
  scheme scss sdbl=1c-query shaderlab=shader shellsession=console smalltalk smithy solidity
  soy=closure-templates sparql splunk=spl sql ssh-config stata stylus=styl surrealql=surql svelte swift
  system-verilog systemd talonscript=talon tasl tcl templ terraform=tf,tfvars tex text toml ts-tags=lit tsv
  tsx turtle twig typescript=ts,cts,mts typespec=tsp typst=typ v vala vb verilog vhdl viml=vim,vimscript vue
  vue-html vue-vine vyper=vy wasm wenyan=文言 wgsl wikitext=mediawiki,wiki wit wolfram=wl xml xsl yaml=yml
  zenscript zig
`;

/** Names that Shiki does not know and that are written all the same, by the language that they mean. */
const alsoWritten: Readonly<Record<string, string>> = {
  text: 'txt plain plaintext none nohighlight no-highlight nocode raw ascii tree',
  bash: 'ksh dash bash-script',
  shellsession: 'shell-session sh-session bash-session terminal',
  bat: 'dos msdos',
  yaml: 'compose docker-compose ansible kubernetes',
  ini: 'conf cfg config inf',
  go: 'golang',
  python: 'python3 py3 pycon',
  javascript: 'node nodejs',
  apache: 'apacheconf htaccess',
  html: 'htm xhtml html5',
  sql: 'mysql postgres postgresql sqlite tsql t-sql mssql',
  diff: 'patch udiff',
  xml: 'rss atom',
  systemd: 'service unit',
  'ssh-config': 'sshconfig ssh_config',
  log: 'logs syslog',
  cpp: 'cxx hpp',
  terraform: 'opentofu tofu',
  vb: 'vbnet vb.net visual-basic vbscript vbs',
};

/** Words of blocks that other sites make a drawing of. Here they would be printed as they are written. */
const drawn = 'mermaid mmd plantuml puml graphviz dot d2 ditaa vega vega-lite';

const names = shown
  .trim()
  .split(/\s+/)
  .map((word) => word.split('='));

/** By name: every language that is only shown. */
export const staticLanguages: readonly string[] = names.map(([name = '']) => name);

/** By another name: the language that it stands for. */
export const otherNames: ReadonlyMap<string, string> = new Map([
  ...Object.entries(alsoWritten).flatMap(([name, others]) =>
    others.split(' ').map((other) => [other.toLowerCase(), name] as const),
  ),
  ...names.flatMap(([name = '', others = '']) =>
    others.split(',').flatMap((other) => (other ? [[other, name] as const] : [])),
  ),
]);

export const drawnElsewhere: ReadonlySet<string> = new Set(drawn.split(' '));
