/*
 * The reader's language, by the same rule as on our pages: what was chosen in their header; else the first of the browser's
 * languages that we speak; else English. A webapp is given this language alone: with two it writes dates in the one that
 * happened to arrive last.
 */
const spoken = ['es', 'en'];
const chosen = document.cookie.match(/(?:^|; )plazo-language=(es|en)(?:;|$)/);

export const language = chosen
  ? chosen[1]
  : (navigator.languages || [navigator.language])
    .map(tag => tag.slice(0, 2).toLowerCase())
    .find(tag => spoken.includes(tag)) || 'en';

export const locales = {
  availableLocales: [language],
  fallbackLocale: language
};

/* One of two wordings. */
export function words(es, en) {
  return language === 'es' ? es : en;
}

document.documentElement.lang = language;

/*
 * A webapp draws itself while its words are still on their way, and what it drew with a key in a word's place stays so. It
 * begins with the words that it kept in the browser's store at the last visit: so the present ones are put there first.
 */
const KEPT = 'camunda-web';
const base = document.querySelector('base');
const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
try {
  const answer = await fetch(`${folder}${language}.json?bust=${window.bust}`);
  if (answer.ok) {
    const kept = JSON.parse(localStorage.getItem(KEPT) || '{}');
    kept[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(await answer.json());
    localStorage.setItem(KEPT, JSON.stringify(kept));
  }
} catch (e) {
  // without a store the webapp asks for them by itself
}
