// Adds a copy button to every command block. What is copied is the block's text; prompts are not part of it.

const blocks = document.querySelectorAll<HTMLElement>('[data-block]');

if (blocks.length > 0 && 'clipboard' in navigator) {
  const status = document.createElement('p');
  status.className = 'unseen';
  status.role = 'status';
  document.body.append(status);

  const say = (button: HTMLButtonElement, word: string, sentence: string) => {
    button.textContent = word;
    status.textContent = sentence;
    setTimeout(() => {
      button.textContent = 'Copy';
      status.textContent = '';
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
    block.querySelector('.evidence')?.after(button);
  }
}
