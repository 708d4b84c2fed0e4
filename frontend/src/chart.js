import { button, element, symbol } from './element.js';
import { Gestures } from './gestures.js';
import { Span } from './span.js';
import { Tip } from './tip.js';
import { View, compile, expressionInterpreter, parse } from './vega.js';

const SETTLED = 350;
const STEP = 0.6;
// What a chart was asked with and the pages that it opens are asked with too.
const KEPT = ['as-of'];

/** One figure: what is fetched for it, the Vega view, and what stands around it. Without a window it has no time to zoom. */
export class Chart {
  constructor(figure) {
    this.figure = figure;
    this.address = new URL(figure.dataset.chart, location.href);
  }

  async start() {
    // A page that htmx brings back from its history holds the picture of a chart, without what made it move.
    this.figure.querySelector('.chart-box')?.remove();
    try {
      const spec = await this.#fetch(this.address);
      if (!spec) return this.#nothing();
      this.#furnish(spec);
      await this.#draw(spec);
    } catch (error) {
      this.#failed(error);
    }
  }

  end() {
    this.watcher?.disconnect();
    this.view?.finalize();
    this.view = null;
    clearTimeout(this.timer);
  }

  get span() {
    return this.shown;
  }

  set span(asked) {
    const span = asked.within(this.bounds);
    if (span.equals(this.shown)) return;
    this.tip.hide();
    this.#move(span);
    if (!this.more) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#refetch(span), SETTLED);
  }

  /** The place of a window coordinate along the time axis, 0 to 1. */
  share(x) {
    const { left } = this.host.getBoundingClientRect();
    const [origin] = this.view.origin();
    return Math.max(0, Math.min(1, (x - left - origin) / this.view.signal('width')));
  }

  async #fetch(address) {
    if (address.origin !== location.origin) throw new Error(`a chart of another site: ${address}`);
    const answer = await fetch(address, { headers: { accept: 'application/json' } });
    if (answer.status === 204) return null;
    if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}`);
    return answer.json();
  }

  async #refetch(span) {
    const address = new URL(this.address);
    const [from, to] = span.days;
    if (!span.equals(this.whole)) {
      address.searchParams.set('from', from);
      address.searchParams.set('to', to);
    }
    this.asked = address.href;
    try {
      const spec = await this.#fetch(address);
      if (spec && this.asked === address.href && this.figure.isConnected) await this.#draw(spec, this.shown);
    } catch (error) {
      this.notes.textContent = `Not all marks of this time could be fetched (${error.message}).`;
    }
  }

  #furnish({ usermeta: { window: shown, bounds } }) {
    this.host = element('div', { className: 'chart-marks', role: 'img' });
    this.band = element('div', { className: 'chart-brush', hidden: true });
    this.legend = element('ul', { className: 'chart-legend' });
    this.notes = element('p', { className: 'chart-notes' });
    const frame = element('div', { className: 'chart-frame' }, this.host, this.band);
    const bar = shown ? [this.#controls(Span.ofDays(shown), Span.ofDays(bounds))] : [];
    this.box = element('div', { className: 'chart-box' }, ...bar, this.legend, frame, this.notes);
    const words = this.figure.querySelector('figcaption');
    if (words) words.after(this.box);
    else this.figure.prepend(this.box);
    this.tip = new Tip(this.box);
    if (shown) this.gestures = new Gestures(this.host, this, { show: (a, b) => this.#brush(a, b), hide: () => (this.band.hidden = true) });
    this.host.addEventListener('pointerleave', () => this.tip.hide());
    this.watcher = new ResizeObserver(() => this.#fit());
    this.watcher.observe(this.host);
    this.figure.classList.add('drawn');
  }

  /** The days that are shown, and what zooms. */
  #controls(whole, bounds) {
    this.whole = whole;
    this.bounds = whole.first < bounds.first || whole.last > bounds.last ? whole : bounds;
    this.days = element('span', { className: 'chart-days' });
    this.reset = button('Reset', 'Show the whole time again', () => (this.span = this.whole));
    const hint = element('span', { className: 'chart-hint', textContent: 'Drag across to zoom' });
    const out = button('−', 'Zoom out', () => (this.span = this.shown.scaled(1 / STEP)));
    const closer = button('+', 'Zoom in', () => (this.span = this.shown.scaled(STEP)));
    return element('div', { className: 'chart-bar' }, this.days, hint, out, closer, this.reset);
  }

  /** Draws a specification; where another stretch is shown by now, that one. */
  async #draw(spec, shown = spec.usermeta.window && Span.ofDays(spec.usermeta.window)) {
    this.#surround(spec);
    this.width = this.#width();
    const { spec: vega } = compile({ ...spec, width: this.width });
    const view = new View(parse(vega, null, { ast: true }), { expr: expressionInterpreter, renderer: 'svg', hover: true });
    const place = element('div');
    // The host says what the chart is; the marks by themselves would be a list of nameless shapes.
    place.setAttribute('aria-hidden', 'true');
    view.tooltip(() => {}).initialize(place);
    if (shown) view.signal('first', shown.first).signal('last', shown.last);
    await view.runAsync();
    view.addEventListener('pointermove', (event, item) => this.#over(event, item));
    view.addEventListener('click', (event, item) => this.#click(event, item));
    this.view?.finalize();
    this.view = view;
    this.host.replaceChildren(place);
    if (shown) this.#told(shown);
  }

  /** What stands around the marks: the legend and what is not drawn. */
  #surround({ description, usermeta: { legend, notes, more } }) {
    this.more = more;
    this.legend.replaceChildren(...legend.map((entry) => element('li', {}, symbol(entry), entry.label)));
    this.notes.textContent = notes.join(' ');
    this.host.setAttribute('aria-label', description);
  }

  #move(span) {
    this.view.signal('first', span.first).signal('last', span.last).runAsync();
    this.#told(span);
  }

  #told(span) {
    this.shown = span;
    this.days.textContent = span.words;
    this.reset.disabled = span.equals(this.whole);
  }

  #width() {
    return Math.max(this.host.clientWidth, 200);
  }

  #fit() {
    const width = this.#width();
    if (!this.view || width === this.width) return;
    this.width = width;
    this.view.width(width).runAsync();
  }

  #brush(a, b) {
    const { left } = this.host.getBoundingClientRect();
    this.tip.hide();
    this.band.hidden = false;
    this.band.style.left = `${Math.min(a, b) - left}px`;
    this.band.style.width = `${Math.abs(a - b)}px`;
  }

  #over(event, item) {
    const lines = item?.datum?.tip;
    if (lines && !this.gestures?.dragged) this.tip.show(lines, event.clientX, event.clientY);
    else this.tip.hide();
  }

  #click(event, item) {
    const datum = item?.datum;
    if (this.gestures?.dragged || !datum?.tip) return;
    if (datum.zoom) this.span = Span.ofDays(datum.zoom);
    else if (event.pointerType === 'touch' && this.touched !== datum) {
      this.touched = datum;
      this.tip.show([...datum.tip, 'Tap again to open'], event.clientX, event.clientY);
    } else this.#open(datum.href, event.ctrlKey || event.metaKey);
  }

  #open(href, apart) {
    const address = new URL(href, location.href);
    if (address.origin !== location.origin) return;
    for (const name of KEPT.filter((name) => this.address.searchParams.has(name))) {
      address.searchParams.set(name, this.address.searchParams.get(name));
    }
    if (apart) window.open(address, '_blank', 'noopener');
    else location.assign(address);
  }

  #nothing() {
    this.figure.classList.add('empty');
  }

  #failed(error) {
    if (!this.figure.isConnected) return;
    this.end();
    this.box?.remove();
    this.figure.classList.remove('drawn');
    this.figure.classList.add('failed');
const said = `The chart could not be drawn (${error.message}). The table says the same.`;
    this.figure.append(element('p', { className: 'chart-notes', textContent: said }));
  }
}
