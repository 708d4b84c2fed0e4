import { element } from './element.js';

const MARGIN = 8;

/** The small box that says what a mark is. */
export class Tip {
  constructor(figure) {
    this.box = element('div', { className: 'chart-tip', role: 'tooltip', hidden: true });
    figure.append(this.box);
  }

  /** Shows lines beside a point of the window, the first of them strong. */
  show(lines, x, y) {
    const [first, ...rest] = lines;
    this.box.replaceChildren(element('strong', { textContent: first }), ...rest.map((text) => element('span', { textContent: text })));
    this.box.hidden = false;
    const { width, height } = this.box.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - MARGIN;
    const above = y - height - 2 * MARGIN;
    this.box.style.left = `${Math.max(MARGIN, Math.min(x - width / 2, room))}px`;
    this.box.style.top = `${above > MARGIN ? above : y + 2 * MARGIN}px`;
  }

  hide() {
    this.box.hidden = true;
  }
}
