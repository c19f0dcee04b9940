// The reader's choice of colours, which this browser keeps. What is kept is read by `theme.js` before a page is drawn.

const key = 'theme';
const choice = document.querySelector<HTMLFieldSetElement>('.theme');

/** `light`, `dark`, or empty for those of the system. Null where this browser keeps nothing. */
function kept(): string | null {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return null;
  }
}

function show(theme: string): void {
  if (theme === '') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  // What the browser draws around the page.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.dataset['system'] ??= meta.media;
    const system = meta.dataset['system'];
    meta.media = theme === '' ? system : system.includes(theme) ? 'all' : 'not all';
  }
  for (const input of choice?.querySelectorAll('input') ?? []) input.checked = input.value === theme;
}

function keep(theme: string): void {
  if (theme === '') localStorage.removeItem(key);
  else localStorage.setItem(key, theme);
}

const showKept = () => {
  const theme = kept() ?? '';
  show(theme === 'light' || theme === 'dark' ? theme : '');
};

if (choice && kept() !== null) {
  choice.hidden = false;
  showKept();
  choice.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    keep(target.value);
    show(target.value);
  });
  // Chosen in another tab, or on the page that a reader comes back from.
  addEventListener('focus', showKept);
  addEventListener('pageshow', showKept);
}

export {};
