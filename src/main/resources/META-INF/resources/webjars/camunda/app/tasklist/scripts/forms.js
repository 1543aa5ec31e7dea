/*
 * The few words that the forms' own library says by itself, in English only. In both languages a pattern is not shown: the
 * field's description says what is expected.
 */
import {words} from './language.js';

const SAID = [
  [/^Field is required\.$/, () => words('El campo es obligatorio.', 'Field is required.')],
  [/^Field must match pattern .*\.$/s,
    () => words('El valor no tiene la forma esperada.', 'The value does not have the expected form.')],
  [/^Field must have minimum value of (.*)\.$/, n => words(`El valor mínimo es ${n}.`, `The least value is ${n}.`)],
  [/^Field must have maximum value of (.*)\.$/, n => words(`El valor máximo es ${n}.`, `The greatest value is ${n}.`)],
  [/^Field must have minimum length of (.*)\.$/,
    n => words(`Escriba al menos ${n} caracteres.`, `Type at least ${n} characters.`)],
  [/^Field must have maximum length of (.*)\.$/,
    n => words(`Escriba como máximo ${n} caracteres.`, `Type at most ${n} characters.`)],
  [/^Value is not a number\.$/, () => words('El valor no es un número.', 'Value is not a number.')],
  [/^Select$/, () => words('Elegir', 'Select')],
  [/^Search$/, () => words('Buscar', 'Search')],
  [/^No results$/, () => words('Sin resultados', 'No results')],
  [/^All values selected$/, () => words('Ya están todos elegidos', 'All values selected')]
];

/* where the library speaks; never where people type */
const PLACES = '.fjs-form-field-error, .fjs-select-placeholder, .fjs-dropdownlist-empty';
const FORM = '.fjs-container';

function said(text) {
  for (const [english, own] of SAID) {
    const found = text.match(english);
    if (found) {
      return own(found[1]);
    }
  }
  return text;
}

function put(form) {
  for (const place of form.querySelectorAll(PLACES)) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const own = said(texts.currentNode.data);
      if (own !== texts.currentNode.data) {
        texts.currentNode.data = own;
      }
    }
  }
  for (const input of form.querySelectorAll('input[placeholder]')) {
    input.placeholder = said(input.placeholder);
  }
}

new MutationObserver(changes => {
  const elements = changes.map(change => change.target.parentElement && change.target.nodeType === Node.TEXT_NODE
    ? change.target.parentElement
    : change.target);
  if (elements.some(element => element.closest && (element.closest(FORM) || element.querySelector(FORM)))) {
    document.querySelectorAll(FORM).forEach(put);
  }
}).observe(document.documentElement, {childList: true, characterData: true, subtree: true});
