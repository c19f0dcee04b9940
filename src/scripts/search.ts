// Search in the page. The index is only loaded when somebody is about to use it.

interface Found {
  readonly url: string;
  /** HTML with `<mark>`, made by Pagefind from the text of our own pages. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

interface Options {
  readonly ranking: {
    readonly pageLength: number;
    readonly metaWeights: Readonly<Record<string, number>>;
  };
}

interface Pagefind {
  options(options: Options): Promise<void>;
  init(): Promise<void>;
  mergeIndex(path: string, options: Options): Promise<void>;
  debouncedSearch(
    words: string,
    options: { filters: Readonly<Record<string, string>> },
    wait: number,
  ): Promise<{ readonly results: readonly { data(): Promise<Found> }[] } | null>;
}

const most = 20;
/**
 * By length, every short page that names a command once would come before the guide that explains it. A title counts as the heading that
 * it is, with the weight that its page gives it, and once more as a word of what is known of the page, no heavier.
 */
const options: Options = { ranking: { pageLength: 0, metaWeights: { title: 1 } } };
const form = document.querySelector<HTMLFormElement>('[data-search]');
const said = document.querySelector<HTMLElement>('[data-search-status]');
const list = document.querySelector<HTMLElement>('[data-search-results]');

let loading: Promise<Pagefind> | undefined;

function load(): Promise<Pagefind> {
  loading ??= start();
  return loading;
}

/** The index is in volumes, all alike; the first one brings the program that searches them. */
async function start(): Promise<Pagefind> {
  const address = '/pagefind/0/pagefind.js';
  const [pagefind, contents] = await Promise.all([
    import(/* @vite-ignore */ address) as Promise<Pagefind>,
    fetch('/pagefind/volumes.json'),
  ]);
  const { volumes } = (await contents.json()) as { readonly volumes: readonly string[] };
  await pagefind.options(options);
  await pagefind.init();
  await Promise.all(
    volumes.slice(1).map((_, index) => pagefind.mergeIndex(`/pagefind/${index + 1}/`, options)),
  );
  return pagefind;
}

function entryOf({ url, excerpt, meta }: Found): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'entry';
  const text = document.createElement('div');
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta['title'] ?? url;
  heading.append(link);
  const passage = document.createElement('p');
  passage.className = 'entry-text';
  passage.innerHTML = excerpt;
  text.append(heading, passage);
  const kind = document.createElement('p');
  kind.className = 'entry-meta';
  kind.textContent = [meta['kind'], meta['standing']].filter(Boolean).join(' · ');
  item.append(text, kind);
  return item;
}

/**
 * A volume without a word of the search answers with the words that it begins with, down to a single letter. Such a page is no answer;
 * what is marked in others begins like a word of the search.
 */
function isAnswer({ excerpt }: Found, asked: string): boolean {
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, text = '']) => text.toLowerCase());
  const starts = (asked.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 3));
  return marked.length === 0 || marked.some((text) => starts.some((start) => text.includes(start)));
}

function listen(form: HTMLFormElement, status: HTMLElement, list: HTMLElement): void {
  const words = () => String(new FormData(form).get('q') ?? '').trim();
  const kind = () => String(new FormData(form).get('kind') ?? '');

  const search = async () => {
    const asked = words();
    const address = new URL(location.href);
    address.search = asked
      ? String(new URLSearchParams({ q: asked, ...(kind() ? { kind: kind() } : {}) }))
      : '';
    history.replaceState(null, '', address);
    if (!asked) {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      const pagefind = await load();
      const filters: Record<string, string> = kind() ? { kind: kind() } : {};
      const answer = await pagefind.debouncedSearch(asked, { filters }, 150);
      if (!answer || asked !== words()) return;
      const first = await Promise.all(answer.results.slice(0, most).map((result) => result.data()));
      if (asked !== words()) return;
      const found = first.filter((page) => isAnswer(page, asked));
      list.replaceChildren(...found.map(entryOf));
      const total = answer.results.length - (first.length - found.length);
      const shown = total > most ? `, the first ${most} below` : '';
      status.textContent =
        total === 0
          ? `Nothing found for “${asked}”.`
          : `${total} ${total === 1 ? 'page' : 'pages'} found${shown}.`;
    } catch {
      loading = undefined;
      status.textContent = 'The index could not be loaded. The archives below list everything.';
    }
  };

  const given = new URLSearchParams(location.search);
  form.hidden = false;
  form.addEventListener('focusin', () => void load().catch(() => (loading = undefined)), { once: true });
  form.addEventListener('input', () => void search());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  for (const name of ['q', 'kind']) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = given.get(name) ?? '';
  }
  if (given.has('q')) void search();
}

if (form && said && list) listen(form, said, list);

export {};
