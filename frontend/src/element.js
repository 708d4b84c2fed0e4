const SVG = 'http://www.w3.org/2000/svg';

/** An element with these properties and children. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A button of the chart's own: its sign, and its name for those who do not see it. */
export function button(sign, name, onclick) {
  const made = element('button', { type: 'button', textContent: sign, title: name, onclick });
  made.setAttribute('aria-label', name);
  return made;
}

/** A symbol of the legend, drawn from the same path as the marks. Styles are set one by one, as the policy asks. */
export function symbol({ path, fill, stroke }) {
  const svg = document.createElementNS(SVG, 'svg');
  const shape = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '-1.4 -1.4 2.8 2.8');
  svg.setAttribute('aria-hidden', 'true');
  shape.setAttribute('d', path);
  shape.style.setProperty('fill', fill);
  shape.style.setProperty('stroke', stroke);
  svg.append(shape);
  return svg;
}
