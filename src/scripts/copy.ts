// Adds a copy button to every command block. What is copied is the block's text; prompts are not part of it.

const blocks = document.querySelectorAll<HTMLElement>('[data-block]');

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

  for (const block of blocks) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', () => {
      const payload = block.querySelector('[data-payload]')?.textContent ?? '';
      navigator.clipboard.writeText(payload).then(
        () => say(button, 'Copied', 'Copied'),
        () => say(button, 'Refused', 'The browser refused to copy. Select the text instead.'),
      );
    });
    block.querySelector('.marks')?.append(button);
  }
}

export {};
