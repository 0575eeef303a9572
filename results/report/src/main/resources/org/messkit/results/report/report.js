'use strict';
// Draws the charts from the data in the page, and makes the table of cells sortable. Nothing is fetched.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const COLOURS = 6;
  // In a box of 10 × 10. Shapes differ as well as colours: not everyone sees these.
  const SHAPES = [
    'M5 0A5 5 0 1 0 5 10A5 5 0 1 0 5 0Z', 'M0.5 0.5H9.5V9.5H0.5Z', 'M5 0L10 9.5H0Z', 'M5 0L10 5L5 10L0 5Z',
    'M0 0.5H10L5 10Z', 'M3.4 0H6.6V3.4H10V6.6H6.6V10H3.4V6.6H0V3.4H3.4Z', 'M2.5 0.7H7.5L10 5L7.5 9.3H2.5L0 5Z'];
  // Strokes in the same box: what is marked on a line, whatever its shape.
  const MARKS = {
    knee: 'M5 0A5 5 0 1 0 5 10A5 5 0 1 0 5 0Z', overdrive: 'M0 0L10 10M10 0L0 10', interval: 'M5 0V10M2 0H8M2 10H8' };
  const shape = s => SHAPES[s % SHAPES.length];
  const colourName = s => data.ceilings[s] ? 'ceiling' : 'c' + s % COLOURS;

  const best = (panel, wanted) => Math.max(0, ...data.points
    .filter(p => data.panels[p.panel].bytes === panel.bytes && data.ceilings[p.service] === wanted).map(p => p.tps ?? 0));
  // A ceiling far above all else would press every other line flat: it starts hidden, and the legend says so.
  const ceilingIsFar = data.panels.some(panel => best(panel, false) > 0 && best(panel, true) > 3 * best(panel, false));
  const shown = data.ceilings.map(ceiling => !(ceiling && ceilingIsFar));
  const options = { perfect: true, proportional: true, p99: true };
  let level = Math.max(...data.levels);

  function symbol(classes, path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 10 10');
    svg.setAttribute('class', 'symbol ' + classes);
    svg.setAttribute('aria-hidden', 'true');
    svg.appendChild(document.createElementNS(svg.namespaceURI, 'path')).setAttribute('d', path);
    return svg;
  }
  const serviceSymbol = s => symbol('s' + (data.ceilings[s] ? 'ceiling' : s % COLOURS), shape(s));

  // Figures as the tables write them.
  function figure(v) {
    const size = Math.abs(v);
    const places = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return v.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
  }
  const requests = v => 'CR ' + (Number.isInteger(v) ? tick : figure)(v);
  const tick = v => v.toLocaleString('en-US', { maximumFractionDigits: 6 });
  const bytes = v => v >= 1e6 ? tick(v / 1e6) + ' MB' : v >= 1e3 ? tick(v / 1e3) + ' kB' : tick(v) + ' B';

  /** The smallest of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 × 10ⁿ that is not below v: an axis that starts at zero ends there. */
  function niceEnd(v) {
    if (!(v > 0)) return 1;
    const unit = 10 ** Math.floor(Math.log10(v));
    return [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find(f => f * unit >= v * 0.9999) * unit;
  }

  /** What is of a service in a panel; the rig's ceiling is the same for every payload of as many bytes. */
  function of(s, panel, all) {
    return all.filter(p => p.service === s && (p.panel === panel
      || data.ceilings[s] && data.panels[p.panel].bytes === data.panels[panel].bytes));
  }
  const line = (s, panel) => of(s, panel, data.points);

  function colours() {
    const css = getComputedStyle(document.documentElement);
    const of = name => css.getPropertyValue('--' + name).trim();
    return { of, ink: of('ink'), soft: of('soft'), rule: of('rule'), panel: of('panel'), service: s => of(colourName(s)) };
  }

  function axis(c, name, more) {
    return {
      name, nameTextStyle: { color: c.soft }, axisLabel: { color: c.soft, hideOverlap: true, formatter: tick },
      axisLine: { show: true, lineStyle: { color: c.soft } }, splitLine: { lineStyle: { color: c.rule } }, ...more
    };
  }
  const across = { nameLocation: 'middle', nameGap: 30 };
  const upward = c => ({ nameLocation: 'end', nameGap: 12, nameTextStyle: { color: c.soft, align: 'left' } });

  /** A line of results: data are [x, y, text for the tooltip]; no y breaks it. */
  function curve(c, s, points, more) {
    return {
      type: 'line', name: data.services[s], data: points, symbol: 'path://' + shape(s), symbolSize: 9, showAllSymbol: true,
      connectNulls: false, color: c.service(s), lineStyle: { width: 2 }, z: data.ceilings[s] ? 2 : 3, emphasis: { disabled: true }, ...more
    };
  }

  /** A dashed line to compare with. */
  function reference(c, s, points) {
    return {
      type: 'line', data: points, symbol: 'none', silent: true, color: c.service(s), tooltip: { show: false }, z: 1,
      lineStyle: { width: 1.2, type: 'dashed', opacity: 0.65 }
    };
  }

  function scatter(c, s, points) {
    return {
      type: 'scatter', data: points, symbol: 'path://' + shape(s), symbolSize: 6, silent: true, color: c.service(s),
      itemStyle: { opacity: 0.4 }, tooltip: { show: false }, z: 1
    };
  }

  /** The interval of each level, as a bar with caps. */
  function bars(c, s, points) {
    return {
      type: 'line', data: points.filter(p => p.interval).flatMap(p => [...p.interval.map(tps => [p.level, tps]), [p.level, null]]),
      symbol: 'rect', symbolSize: [9, 1.4], showAllSymbol: true, connectNulls: false, silent: true, color: c.service(s),
      tooltip: { show: false }, z: 2, lineStyle: { width: 1.4 }
    };
  }

  /** Where the drawn line passes a number of requests within its measured levels. */
  function height(measured, x) {
    const i = measured.findIndex(p => p.level >= x);
    const from = measured[Math.max(0, i - 1)], to = measured[i];
    return from === to ? to.tps : from.tps + (to.tps - from.tps) * (x - from.level) / (to.level - from.level);
  }

  /** The knee on the line; the over-drive point on its level, or on the axis where that level failed. */
  function marks(c, s, measured, { knee, overdrive }) {
    const mark = (kind, x, y, words) => ({
      value: [x, y, words], symbol: 'path://' + MARKS[kind], symbolSize: 16,
      itemStyle: { color: 'transparent', borderColor: c.service(s), borderWidth: 2, opacity: 1 }
    });
    return {
      type: 'scatter', name: data.services[s], z: 4, emphasis: { disabled: true }, data: [
        ...knee === null ? [] : [mark('knee', knee, height(measured, knee), 'knee, ' + requests(knee))],
        ...overdrive === null ? [] : [mark('overdrive', overdrive, measured.find(p => p.level === overdrive)?.tps ?? 0,
          'over-driven from ' + requests(overdrive))]]
    };
  }

  /** The views as bands behind a line; where the lowest level is at the top already nobody knows A, nor B from C. */
  function views(c, { knee, kneeAtMost, overdrive }, end) {
    const over = overdrive ?? end;
    const band = (view, colour, from, to) => from === to ? [] : [[
      { name: view, xAxis: from, itemStyle: { color: c.of(colour) } }, { xAxis: to }]];
    const below = kneeAtMost === null
      ? [...band('A', 'idle-bg', 0, knee ?? end), ...band('B', 'good-bg', knee ?? end, over)]
      : band('B or C', 'idle-bg', kneeAtMost, over);
    return {
      silent: true, itemStyle: { opacity: 0.6 }, label: { color: c.soft, position: 'insideTopLeft' },
      data: [...below, ...band('C', 'bad-bg', over, end)]
    };
  }

  /** What a figure is uncertain by: its interval, or how far its forks lie apart. */
  function spread(p) {
    const range = ends => ends.map(figure).join('–');
    return p.interval ? ` (95 %: ${range(p.interval)})`
      : p.forks.length < 2 ? '' : ` (${p.forks.length} forks: ${range([Math.min(...p.forks), Math.max(...p.forks)])})`;
  }

  const visible = () => data.services.map((_, s) => s).filter(s => shown[s]);

  function indexChart(c, panel) {
    const series = [];
    const right = niceEnd(Math.max(1, ...visible().flatMap(s => line(s, panel)).map(p => p.level)));
    const alone = visible().filter(s => !data.ceilings[s] && line(s, panel).length > 0).length === 1;
    let top = 0;
    for (const s of visible()) {
      const points = line(s, panel);
      const measured = points.filter(p => p.tps !== null);
      // Of few forks an interval may be far wider than all else: it then leaves through the top.
      top = Math.max(top, ...measured.flatMap(p => [p.tps, ...p.forks, Math.min(p.interval?.[1] ?? 0, 1.3 * p.tps)]));
      const [judged] = of(s, panel, data.marks);
      series.push(curve(c, s, points.map(p => [p.level, p.tps, p.tps === null ? '' : figure(p.tps) + ' TPS' + spread(p)]),
        judged && alone && !data.ceilings[s] ? { markArea: views(c, judged, right) } : {}));
      if (measured.some(p => p.interval)) series.push(bars(c, s, measured));
      if (judged) series.push(marks(c, s, measured, judged));
      if (measured.some(p => p.forks.length > 1)) {
        series.push(scatter(c, s, measured.flatMap(p => p.forks.map(tps => [p.level, tps]))));
      }
      if (options.perfect && !data.ceilings[s] && measured.length > 0) {
        const first = measured[0];
        const end = Math.max(...points.map(p => p.level));
        series.push(reference(c, s, [[0, 0], [end, first.tps / first.level * end]]));
      }
    }
    return {
      series, head: requests,
      xAxis: axis(c, 'Concurrent requests (CR)', { ...across, type: 'value', min: 0, max: right, minInterval: 1 }),
      // The end comes from the results, so that a perfect line leaves through the top instead of pressing them flat.
      yAxis: axis(c, 'TPS (transactions/s)', { ...upward(c), type: 'value', min: 0, max: niceEnd(top) })
    };
  }

  /** Of one operation, or of all transactions. */
  function timesChart(c, panel, operation) {
    const all = operation === undefined ? data.points : data.operations.filter(p => p.operation === operation);
    const series = [];
    let top = 0, right = 1;
    for (const s of visible()) {
      const points = of(s, panel, all);
      right = Math.max(right, ...points.map(p => p.level));
      for (const [key, label] of options.p99 ? [['mean', 'mean'], ['p99', 'p99']] : [['mean', 'mean']]) {
        top = Math.max(top, ...points.map(p => p[key] ?? 0));
        const style = key === 'mean' ? {} : { lineStyle: { width: 1.5, type: 'dashed' }, symbolSize: 6 };
        series.push(curve(c, s, points.map(p =>
          [p.level, p[key], p[key] === null ? '' : `${label} ${figure(p[key])} ms`]), style));
      }
    }
    return {
      series, head: requests,
      xAxis: axis(c, 'Concurrent requests (CR)', { ...across, type: 'value', min: 0, max: niceEnd(right), minInterval: 1 }),
      yAxis: axis(c, 'Service time (ms)', { ...upward(c), type: 'value', min: 0, max: niceEnd(top) })
    };
  }

  function payloadChart(c) {
    const series = [];
    for (const s of visible()) {
      const points = data.points.filter(p => p.service === s && p.level === level && data.panels[p.panel].bytes > 0);
      const x = p => data.panels[p.panel].bytes;
      // A logarithmic axis has no zero.
      const y = p => p.tps > 0 ? p.tps : null;
      series.push(curve(c, s, points.map(p => [x(p), y(p), y(p) === null ? '' : figure(p.tps) + ' TPS' + spread(p)])));
      const first = points.find(p => y(p) !== null), last = points[points.length - 1];
      if (options.proportional && !data.ceilings[s] && first && x(last) > x(first)) {
        series.push(reference(c, s, [[x(first), first.tps], [x(last), first.tps * x(first) / x(last)]]));
      }
    }
    return {
      series, head: bytes,
      xAxis: axis(c, 'Payload (log scale)', { ...across, type: 'log', axisLabel: { color: c.soft, formatter: bytes } }),
      yAxis: axis(c, 'TPS (transactions/s, log scale)', { ...upward(c), type: 'log' })
    };
  }

  const kinds = { index: indexChart, times: timesChart, payload: payloadChart };
  const charts = [];

  function draw() {
    const c = colours();
    for (const { chart, div } of charts) {
      const { head, ...option } = kinds[div.dataset.chart](c, Number(div.dataset.panel), div.dataset.operation);
      chart.setOption({
        ...option, animation: false, textStyle: { color: c.ink, fontFamily: getComputedStyle(document.body).fontFamily },
        grid: { left: 6, right: 28, top: 40, bottom: 34, containLabel: true },
        tooltip: {
          // As text on the canvas: a name is never read as HTML.
          trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: c.panel, borderColor: c.soft, textStyle: { color: c.ink, fontSize: 12 },
          formatter: hits => [head(hits[0].value[0]), ...hits.filter(h => h.value[2]).map(h => `${h.seriesName}: ${h.value[2]}`)].join('\n')
        }
      }, { notMerge: true });
    }
  }

  function legend(div) {
    data.services.forEach((name, s) => {
      const label = div.appendChild(document.createElement('label'));
      const box = label.appendChild(document.createElement('input'));
      box.type = 'checkbox';
      box.checked = shown[s];
      box.dataset.service = s;
      const note = !data.ceilings[s] ? '' : ceilingIsFar ? ' (rig ceiling: far above, hidden at first)' : ' (rig ceiling)';
      label.append(serviceSymbol(s), name + note);
      box.addEventListener('change', () => {
        shown[s] = box.checked;
        document.querySelectorAll(`.legend input[data-service="${s}"]`).forEach(other => { other.checked = shown[s]; });
        draw();
      });
    });
  }

  function sortable(table) {
    const body = table.tBodies[0];
    const value = (row, i) => row.cells[i].dataset.value === undefined ? row.cells[i].textContent : Number(row.cells[i].dataset.value);
    const empty = v => v === '–' || v === '';
    [...table.tHead.rows[0].cells].forEach((head, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const order = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en');
        body.append(...[...body.rows].sort((r, q) => {
          const a = value(r, i), b = value(q, i);
          // What has no figure stays at the end, whichever way.
          return empty(a) || empty(b) ? empty(a) - empty(b) : down ? order(b, a) : order(a, b);
        }));
      });
    });
  }

  document.querySelectorAll('table.sortable').forEach(sortable);
  if (data.points.length === 0) return;
  document.querySelectorAll('.drawn').forEach(section => { section.hidden = false; });
  document.querySelectorAll('[data-symbol]').forEach(span => span.append(serviceSymbol(Number(span.dataset.symbol))));
  document.querySelectorAll('[data-mark]').forEach(span => span.append(symbol('mark', MARKS[span.dataset.mark])));
  document.querySelectorAll('.legend').forEach(legend);
  document.querySelectorAll('[data-option]').forEach(box => box.addEventListener('change', () => {
    options[box.dataset.option] = box.checked;
    document.querySelectorAll(`[data-option="${box.dataset.option}"]`).forEach(other => { other.checked = box.checked; });
    draw();
  }));
  document.querySelectorAll('[data-level]').forEach(select => select.addEventListener('change', () => {
    level = Number(select.value);
    draw();
  }));
  document.querySelectorAll('.chart').forEach(div => {
    const chart = echarts.init(div);
    charts.push({ chart, div });
    new ResizeObserver(() => chart.resize()).observe(div);
  });
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  // Paper is white and narrow.
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.print = '';
    draw();
    charts.forEach(({ chart }) => chart.resize({ width: 660 }));
  });
  addEventListener('afterprint', () => {
    delete document.documentElement.dataset.print;
    charts.forEach(({ chart }) => chart.resize({ width: 'auto' }));
    draw();
  });
})();
