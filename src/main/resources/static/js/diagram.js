// Draws a request's process with bpmn-js and frames the steps where the request stands.
//
//   <div data-diagram data-xml="address of the BPMN file" data-position="address of {current, timers, passed}"
//        data-steps="id of the element that takes the current steps in words" data-controls="id of the zoom buttons"
//        data-failed="id of what is shown if drawing fails" hidden></div>
(function () {
    'use strict';

    function ask(address, type) {
        return fetch(address, {headers: {Accept: type}, credentials: 'same-origin'}).then(function (answer) {
            if (!answer.ok) {
                throw new Error(address + ' answers ' + answer.status);
            }
            return answer;
        });
    }

    function byId(id) {
        return id ? document.getElementById(id) : null;
    }

    function draw(box) {
        Promise.all([
            ask(box.dataset.xml, 'application/xml').then(function (answer) { return answer.text(); }),
            ask(box.dataset.position, 'application/json').then(function (answer) { return answer.json(); })
        ]).then(function (answers) {
            box.hidden = false;
            const viewer = new BpmnJS({container: box});
            return viewer.importXML(answers[0]).then(function () {
                const canvas = viewer.get('canvas');
                mark(viewer, answers[1].passed, 'passed');
                mark(viewer, answers[1].timers, 'waiting');
                const current = answers[1].current;
                const waiting = current.filter(isWaitingEvent(viewer));
                const steps = current.filter(function (id) { return !waiting.includes(id); });
                mark(viewer, waiting, steps.length ? 'waiting' : 'current');
                say(byId(box.dataset.steps), mark(viewer, steps.length ? steps : waiting, 'current'));
                canvas.zoom('fit-viewport', 'auto');
                controls(byId(box.dataset.controls), canvas);
                box.dataset.drawn = 'true';
            });
        }).catch(function () {
            box.hidden = true;
            const failed = byId(box.dataset.failed);
            if (failed) {
                failed.hidden = false;
            }
        });
    }

    // an event that something may still come, beside the work that is to be done
    function isWaitingEvent(viewer) {
        return function (id) {
            const element = viewer.get('elementRegistry').get(id);
            return element && element.businessObject.$type === 'bpmn:IntermediateCatchEvent';
        };
    }

    // marks the elements that the diagram has, and returns what they are
    function mark(viewer, ids, marker) {
        const elements = viewer.get('elementRegistry');
        return ids.filter(function (id) { return elements.get(id); }).map(function (id) {
            viewer.get('canvas').addMarker(id, marker);
            return elements.get(id).businessObject;
        });
    }

    // the documentation in the page's language, which the diagrams write as "es: …" and "en: …"
    function explanation(element) {
        const prefix = document.documentElement.lang + ': ';
        return (element.documentation || []).map(function (each) { return each.text || ''; })
            .filter(function (text) { return text.startsWith(prefix); })
            .map(function (text) { return ': ' + text.substring(prefix.length); })
            .join('');
    }

    function say(list, elements) {
        if (!list || elements.length === 0) {
            return;
        }
        list.hidden = false;
        elements.forEach(function (element) {
            const item = document.createElement('li');
            const name = document.createElement('strong');
            name.textContent = element.name || element.id;
            item.append(name, explanation(element));
            list.append(item);
        });
    }

    function controls(bar, canvas) {
        if (!bar) {
            return;
        }
        bar.hidden = false;
        bar.addEventListener('click', function (event) {
            const what = event.target.dataset.zoom;
            if (what === 'fit') {
                canvas.zoom('fit-viewport', 'auto');
            } else if (what) {
                canvas.zoom(canvas.zoom() * (what === 'in' ? 1.25 : 0.8), 'auto');
            }
        });
    }

    document.addEventListener('DOMContentLoaded', function () {
        document.querySelectorAll('[data-diagram]').forEach(draw);
    });
})();
