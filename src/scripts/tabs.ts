// Alternatives are chosen once: a tab that a reader opens is opened in every group that has one of its label, here and on the next page.

const key = 'tabs';
const choices = [...document.querySelectorAll<HTMLInputElement>('[data-tabs] > .tab > input')];

const remembered = (): string[] => {
  try {
    const labels: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [];
  } catch {
    return [];
  }
};

const show = (label: string) => {
  for (const choice of choices) if (choice.value === label) choice.checked = true;
};

const groupOf = (name: string) => choices.filter((choice) => choice.name === name).map(({ value }) => value);

// The latest choice weighs most.
for (const label of remembered().reverse()) show(label);

for (const choice of choices) {
  choice.addEventListener('change', () => {
    const before = choice.getBoundingClientRect().top;
    show(choice.value);
    // Groups above may have become longer or shorter.
    scrollBy({ top: choice.getBoundingClientRect().top - before, behavior: 'instant' });
    const others = groupOf(choice.name);
    const labels = [choice.value, ...remembered().filter((label) => !others.includes(label))];
    try {
      localStorage.setItem(key, JSON.stringify(labels.slice(0, 20)));
    } catch {
      // Where nothing may be kept, the choice holds for the page.
    }
  });
}

/** What an address or a search leads to is shown, also in a tab that is not open. */
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const choice = target?.closest('.tab-panel')?.previousElementSibling?.querySelector('input');
  if (!target || !choice || choice.checked) return;
  choice.checked = true;
  target.scrollIntoView();
};
addEventListener('hashchange', reveal);
reveal();

export {};
