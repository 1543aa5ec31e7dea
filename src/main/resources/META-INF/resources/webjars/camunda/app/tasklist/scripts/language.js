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
