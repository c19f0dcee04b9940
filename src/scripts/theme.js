// A classic script in the head, which the page waits for: it is drawn once, in the colours that its reader has chosen.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Where nothing is kept, the system's colours are shown.
}
