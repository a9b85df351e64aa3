/**
 * Script of the bank's website: the one-line stub, so that buttons work before the messenger is there, and what the buttons do.
 * Plain JavaScript that browsers run as it stands.
 */
export const SITE_SCRIPT = `window.parley = window.parley || function () { (parley.q = parley.q || []).push(arguments); };

document.addEventListener('click', function (event) {
  var button = event.target.closest('[data-ask]');
  if (!button) return;
  if (button.dataset.ask === 'statement') parley('startConversation', { dialog: 'View account statement' });
  else parley('open');
});
`;
