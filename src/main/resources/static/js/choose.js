// Marks all rows of a list at once, and says how many are marked. Without it each row is marked on its own.
(() => {
    'use strict';
    const rows = () => [...document.querySelectorAll('input[name=reference][form=many]')];
    const show = () => {
        const all = document.getElementById('mark-all');
        if (!all) {
            return;
        }
        const marked = rows().filter(row => row.checked).length;
        all.parentElement.hidden = false;
        all.checked = marked > 0 && marked === rows().length;
        all.indeterminate = marked > 0 && !all.checked;
        const button = document.getElementById('change-marked');
        button.disabled = marked === 0;
        button.querySelector('.count').textContent = marked === 0 ? '' : ' (' + marked + ')';
    };
    document.addEventListener('change', event => {
        if (event.target.id === 'mark-all') {
            rows().forEach(row => { row.checked = event.target.checked; });
        }
        show();
    });
    document.addEventListener('htmx:afterSettle', show);
    window.addEventListener('pageshow', show);
    show();
})();
