import '../../tasklist/scripts/plazo.js';

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
