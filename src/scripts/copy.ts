// Adds a copy button to every listing with room for one. What is copied is its text: prompts, numbers and signs are not part of it, and of
// a change the new side is.

const blocks = [...document.querySelectorAll<HTMLElement>('.listing')].filter((block) =>
  block.querySelector('.marks'),
);

if (blocks.length > 0 && 'clipboard' in navigator) {
  const said = document.createElement('p');
  said.className = 'unseen';
  said.role = 'status';
  document.body.append(said);

  const say = (button: HTMLButtonElement, word: string, sentence: string) => {
    button.textContent = word;
    said.textContent = sentence;
    setTimeout(() => {
      button.textContent = 'Copy';
      said.textContent = '';
    }, 2000);
  };

  const payloadOf = (block: HTMLElement): string => {
    const code = block.querySelector('[data-payload]')?.cloneNode(true) as HTMLElement | undefined;
    if (!code) return '';
    const left = code.querySelectorAll('del.line, .head');
    const isLast = left.length > 0 && left[left.length - 1] === code.lastElementChild;
    for (const line of left) line.remove();
    const text = code.textContent;
    return isLast ? text.replace(/\n$/, '') : text;
  };

  for (const block of blocks) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(payloadOf(block)).then(
        () => say(button, 'Copied', 'Copied'),
        () => say(button, 'Refused', 'The browser refused to copy. Select the text instead.'),
      );
    });
    block.querySelector('.marks')?.append(button);
  }
}

export {};
