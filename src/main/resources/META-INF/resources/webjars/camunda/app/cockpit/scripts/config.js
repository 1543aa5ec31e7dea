import '../../tasklist/scripts/plazo.js';

/* Only technical administrators come here: in English. */
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Plazo'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true
};
