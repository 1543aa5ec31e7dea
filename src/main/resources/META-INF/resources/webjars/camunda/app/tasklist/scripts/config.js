import {sortByDueDate} from './plazo.js';

sortByDueDate();

/*
 * One language is loaded, not two: the Tasklist writes dates in the one that happened to arrive last. Like our pages: the first of
 * the browser's languages that we speak, else English.
 */
const spoken = ['es', 'en'];
const language = (navigator.languages || [navigator.language])
  .map(tag => tag.slice(0, 2).toLowerCase())
  .find(tag => spoken.includes(tag)) || 'en';

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Plazo'
  },
  locales: {
    availableLocales: [language],
    fallbackLocale: language
  },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
