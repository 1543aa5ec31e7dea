import '../../tasklist/scripts/plazo.js';

export default {
  app: {
    name: 'Admin',
    vendor: 'Plazo'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true
};
