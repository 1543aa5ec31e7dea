import './forms.js';
import {sortByDueDate} from './plazo.js';
import {locales, words} from './language.js';

sortByDueDate();

export default {
  app: {
    name: words('Tareas', 'Tasklist'),
    vendor: 'Plazo'
  },
  locales,
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: words('toma la tarea elegida', 'claims the currently selected task')
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: words('lleva al primer filtro de la lista', 'set the focus to the first filter in the list')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: words('lleva a la primera tarea de la lista', 'sets the focus to the first task in the list')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: words('lleva al primer campo del formulario', 'sets the focus to the first input field in a task form')
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: words('abre la ventana para iniciar un proceso', 'opens the start process modal dialog')
    }
  }
};
