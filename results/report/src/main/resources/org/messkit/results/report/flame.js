'use strict';
// Draws flame graphs from the data in the page: the outermost frame below, a click makes a frame as wide as the page. Nothing is fetched.
(() => {
  const graphs = JSON.parse(document.getElementById('data').textContent);
  const ROW = 18;
  const LEAST_PIXELS = 1.5;
  const KINDS = [
    [/^org\.messkit\./, 45], [/^(com\.ctc\.wstx|com\.fasterxml|org\.codehaus\.stax2|org\.apache\.xerces)\./, 205],
    [/^(org\.glassfish|jakarta\.xml\.bind|net\.sf\.saxon|org\.basex)\./, 130], [/^org\.(eclipse\.jetty|apache\.cxf)\./, 280],
    [/^(java|javax|jdk|sun|com\.sun)\./, 20]];

  function colour(frame) {
    if (frame.d !== undefined) {
      const strength = Math.min(1, Math.abs(frame.d) * 8);
      return frame.d > 0 ? `hsl(8 85% ${92 - 34 * strength}%)` : `hsl(215 80% ${92 - 30 * strength}%)`;
    }
    const kind = KINDS.find(([pattern]) => pattern.test(frame.n));
    let hash = 0;
    for (const c of frame.n) hash = (hash * 31 + c.codePointAt(0)) % 97;
    return kind ? `hsl(${kind[1]} 65% ${70 + hash % 12}%)` : `hsl(0 0% ${74 + hash % 12}%)`;
  }

  const depth = frame => 1 + Math.max(0, ...(frame.c ?? []).map(depth));
  const short = name => name.replace(/^(?:[a-z0-9_$]+\.)+(?=[A-Z])/, '');

  function words(frame, whole, unit) {
    const change = frame.d === undefined ? '' : `, ${frame.d > 0 ? '+' : ''}${(frame.d * 100).toFixed(1)} points against the baseline`;
    return `${frame.n}: ${(frame.w / whole * 100).toFixed(1)} % (${frame.w.toLocaleString('en-US')} ${unit}${change})`;
  }

  function draw(place) {
    const { tree, unit } = graphs[place.dataset.graph];
    const detail = document.createElement('p');
    detail.className = 'detail';
    const frames = document.createElement('div');
    frames.className = 'frames';
    place.replaceChildren(frames, detail);

    function box(frame, row, rows, left, width, path) {
      if (width * frames.clientWidth < LEAST_PIXELS) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = short(frame.n);
      button.title = words(frame, tree.w, unit);
      button.style.left = left * 100 + '%';
      button.style.width = width * 100 + '%';
      button.style.top = (rows - 1 - row) * ROW + 'px';
      button.style.background = colour(frame);
      button.addEventListener('click', () => zoom([...path, frame]));
      button.addEventListener('mouseenter', () => { detail.textContent = button.title; });
      button.addEventListener('focus', () => { detail.textContent = button.title; });
      frames.appendChild(button);
      let x = left;
      for (const child of frame.c ?? []) {
        const part = width * child.w / frame.w;
        box(child, row + 1, rows, x, part, [...path, frame]);
        x += part;
      }
    }

    /** The frames on the way to the one that was clicked stand below it, as wide as it. */
    function zoom(path) {
      const at = path[path.length - 1];
      const rows = path.length - 1 + depth(at);
      frames.replaceChildren();
      frames.style.height = rows * ROW + 'px';
      path.slice(0, -1).forEach((frame, i) => box({ ...frame, c: [] }, i, rows, 0, 1, path.slice(0, i)));
      frames.querySelectorAll('button').forEach((button, i) => button.addEventListener('click', () => zoom(path.slice(0, i + 1))));
      box(at, path.length - 1, rows, 0, 1, path.slice(0, -1));
      detail.textContent = words(at, tree.w, unit);
    }
    zoom([tree]);
  }

  // A folded part has no width to draw in.
  document.querySelectorAll('.flame').forEach(place => {
    const folded = place.closest('details');
    if (folded && !folded.open) folded.addEventListener('toggle', () => draw(place), { once: true });
    else draw(place);
  });
})();
