import {context} from '../../tasklist/scripts/plazo.js';
import {locales, words} from '../../tasklist/scripts/language.js';

export default {
  app: {
    name: words('Bienvenida', 'Welcome'),
    vendor: 'Plazo'
  },
  locales,
  disableWelcomeMessage: true,
  links: [
    {
      label: words('Inicio', 'Start'),
      href: context + '/',
      description: words('La página de inicio de Plazo', 'The start page of Plazo')
    },
    {
      label: words('Registro', 'Register'),
      href: context + '/requests',
      description: words('Todas las solicitudes de cooperación', 'All cooperation requests')
    },
    {
      label: words('Avisos', 'Notifications'),
      href: context + '/notifications',
      description: words('Qué se avisó, a quién y cuándo', 'Who was told of what, and when')
    }
  ]
};
