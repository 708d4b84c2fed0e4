import { Span } from './span.js';

const WHEEL = 1.0015;
const DRAG = 6;

/**
 * Wheel, pinch and drag over a chart, as changes of the stretch that it shows.
 *
 * `zoom` gives `share(x)`, the place of a window coordinate along the time axis (0 to 1), and `span`, which is read and
 * set. The wheel scrolls the page as ever until the chart has been pressed or Ctrl is held.
 */
export class Gestures {
  constructor(host, zoom, brush) {
    this.zoom = zoom;
    this.brush = brush;
    this.fingers = new Map();
    this.pressed = false;
    this.dragged = false;
    host.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    host.addEventListener('pointerdown', (event) => this.#down(event, host));
    host.addEventListener('pointermove', (event) => this.#move(event, host));
    for (const end of ['pointerup', 'pointercancel']) host.addEventListener(end, (event) => this.#up(event));
    host.addEventListener('pointerleave', () => (this.pressed = false));
  }

  #wheel(event) {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!sideways && !event.ctrlKey && !event.metaKey && !this.pressed) return;
    event.preventDefault();
    const { span } = this.zoom;
    if (sideways) this.zoom.span = span.moved(event.deltaX / 800);
    else this.zoom.span = span.scaled(WHEEL ** (event.deltaY * (event.deltaMode ? 16 : 1)), this.zoom.share(event.clientX));
  }

  #down(event, host) {
    if (event.button) return;
    this.pressed = true;
    this.dragged = false;
    this.fingers.set(event.pointerId, { from: event.clientX, x: event.clientX, mouse: event.pointerType === 'mouse' });
    this.start = { span: this.zoom.span, xs: this.#xs() };
  }

  #move(event, host) {
    const finger = this.fingers.get(event.pointerId);
    if (!finger) return;
    finger.x = event.clientX;
    this.dragged ||= Math.abs(finger.x - finger.from) > DRAG;
    if (!this.dragged) return;
    if (finger.mouse) {
      // Not before it is a drag: a press that is captured is no click on a mark.
      host.setPointerCapture(event.pointerId);
      this.brush.show(finger.from, finger.x);
    }
    else this.#pull();
  }

  /** One finger moves the time, two stretch it. */
  #pull() {
    const { span, xs } = this.start;
    const [a, b] = xs.map((x) => this.zoom.share(x));
    const [c, d] = this.#xs().map((x) => this.zoom.share(x));
    if (d === undefined) this.zoom.span = span.moved(a - c);
    else if (Math.abs(d - c) > 0.01) {
      const factor = Math.abs(b - a) / Math.abs(d - c);
      const middle = (c + d) / 2;
      this.zoom.span = span.moved((a + b) / 2 - middle).scaled(factor, middle);
    }
  }

  #up(event) {
    const finger = this.fingers.get(event.pointerId);
    this.fingers.delete(event.pointerId);
    if (!finger) return;
    this.start = { span: this.zoom.span, xs: this.#xs() };
    this.brush.hide();
    if (!finger.mouse || !this.dragged || event.type === 'pointercancel') return;
    const [from, to] = [finger.from, finger.x].sort((a, b) => a - b).map((x) => this.zoom.share(x));
    const { span } = this.zoom;
    this.zoom.span = new Span(span.at(from), span.at(to)).scaled(1);
  }

  #xs() {
    return [...this.fingers.values()].map((finger) => finger.x);
  }
}
