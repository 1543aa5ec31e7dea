// Draws a process with bpmn-js and frames the steps where the request stands.
//   <div class="diagram" data-xml="address of the BPMN file" data-current="ids of the current steps, separated by spaces" hidden>
// The words for the same stand in the page already; if drawing fails, data-failed (an element's id) is shown.
(function () {
    'use strict';

    function draw(box) {
        box.removeAttribute('data-diagram');
        fetch(box.dataset.xml, {headers: {Accept: 'application/xml'}, credentials: 'same-origin'})
            .then(function (answer) {
                if (!answer.ok) {
                    throw new Error('no diagram: ' + answer.status);
                }
                return answer.text();
            })
            .then(function (xml) {
                box.hidden = false;
                const viewer = new BpmnJS({container: box});
                return viewer.importXML(xml).then(function () {
                    const canvas = viewer.get('canvas');
                    const elements = viewer.get('elementRegistry');
                    (box.dataset.current || '').split(' ').filter(Boolean).forEach(function (id) {
                        if (elements.get(id)) {
                            canvas.addMarker(id, 'current');
                        }
                    });
                    canvas.zoom('fit-viewport', 'auto');
                    controls(box, canvas);
                    box.dataset.drawn = 'true';
                });
            })
            .catch(function () {
                box.hidden = true;
                const failed = document.getElementById(box.dataset.failed || '');
                if (failed) {
                    failed.hidden = false;
                }
            });
    }

    function controls(box, canvas) {
        const bar = document.getElementById(box.dataset.controls || '');
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

    function drawAll(within) {
        within.querySelectorAll('[data-diagram]').forEach(draw);
    }

    document.addEventListener('DOMContentLoaded', function () { drawAll(document); });
    document.addEventListener('htmx:afterSettle', function (event) { drawAll(event.target); });
})();
