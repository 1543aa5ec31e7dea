import '../../tasklist/scripts/plazo.js';
import {locales, words} from '../../tasklist/scripts/language.js';

export default {
  app: {
    name: words('Administración', 'Admin'),
    vendor: 'Plazo'
  },
  locales,
  disableWelcomeMessage: true
};
