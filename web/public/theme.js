// Before the first paint, so that a dark console does not flash white. Runs as a file because the policy allows no inline script.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('alicerce.theme');
  } catch {
    // Storage is switched off: the system decides.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.style.backgroundColor = dark ? '#14181d' : '#f5f7f9';
})();
