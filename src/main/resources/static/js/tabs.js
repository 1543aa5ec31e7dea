// Shows another part of the page without asking for the whole page again; without this script each link does that.
//
//   <nav data-tabs><a href="?tab=x" data-tab="x">…</a></nav>   <div data-panel="x" class="panel current">…</div>
(function () {
    'use strict';

    const nav = document.querySelector('[data-tabs]');
    if (!nav) {
        return;
    }
    const links = Array.from(nav.querySelectorAll('[data-tab]'));
    const first = links.find(function (link) { return link.hasAttribute('aria-current'); });

    function show(name) {
        document.querySelectorAll('[data-panel]').forEach(function (panel) {
            panel.classList.toggle('current', panel.dataset.panel === name);
        });
        links.forEach(function (link) {
            if (link.dataset.tab === name) {
                link.setAttribute('aria-current', 'page');
            } else {
                link.removeAttribute('aria-current');
            }
        });
    }

    nav.addEventListener('click', function (event) {
        const link = event.target.closest('[data-tab]');
        if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
            return;
        }
        event.preventDefault();
        show(link.dataset.tab);
        history.pushState(null, '', link.href);
    });

    window.addEventListener('popstate', function () {
        const asked = new URLSearchParams(location.search).get('tab');
        const known = links.some(function (link) { return link.dataset.tab === asked; });
        show(known ? asked : first.dataset.tab);
    });
}());
