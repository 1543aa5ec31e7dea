/*
 * One login for everything: where a webapp would show its own login form, go to ours. And a way back to the pages.
 * Loaded by the config.js of every webapp.
 */
const root = document.querySelector('base').getAttribute('app-root');
export const context = root.replace(/\/camunda$/, '');
const LAST = 'plazo-login-asked-at';

function toOurLogin() {
  if (!location.hash.startsWith('#/login')) {
    return;
  }
  // the page itself asks for the login; if that did not help a moment ago, do not ask for ever
  const again = Date.now() - Number(sessionStorage.getItem(LAST)) < 5000;
  sessionStorage.setItem(LAST, String(Date.now()));
  location.replace(again ? context + '/login' : location.pathname);
}

for (const method of ['pushState', 'replaceState']) {
  const original = history[method];
  history[method] = function (...args) {
    original.apply(this, args);
    toOurLogin();
  };
}
window.addEventListener('hashchange', toOurLogin);
toOurLogin();

/* Administrators keep the controls that others only fail with; the style sheet asks for this class. */
fetch(root + '/api/admin/auth/user/default', {headers: {Accept: 'application/json'}})
  .then(answer => (answer.ok ? answer.json() : {}))
  .then(user => {
    if ((user.authorizedApps || []).includes('admin')) {
      document.documentElement.classList.add('plazo-admin');
    }
  });

/* The brand leads to our start page. */
document.addEventListener(
  'click',
  event => {
    if (event.target.closest('.navbar-brand')) {
      event.preventDefault();
      event.stopPropagation();
      location.assign(context + '/');
    }
  },
  true
);

/* The list shows first what is due first. */
export function sortByDueDate() {
  if (!location.hash.includes('sorting=')) {
    const sorting = encodeURIComponent(JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]));
    const hash = location.hash || '#/';
    history.replaceState(null, '', hash + (hash.includes('?') ? '&' : '?') + 'sorting=' + sorting);
  }
}
