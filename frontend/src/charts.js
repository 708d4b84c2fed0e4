// Draws every <figure class="chart" data-chart="/api/charts/…"> of the page, and those that htmx brings later.
import { Chart } from './chart.js';

const charts = new Map();

function draw() {
  for (const [figure, chart] of charts) {
    if (figure.isConnected) continue;
    chart.end();
    charts.delete(figure);
  }
  for (const figure of document.querySelectorAll('figure.chart[data-chart]')) {
    if (charts.has(figure)) continue;
    const chart = new Chart(figure);
    charts.set(figure, chart);
    chart.start();
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', draw);
else draw();
for (const happening of ['htmx:afterSettle', 'htmx:historyRestore']) document.addEventListener(happening, draw);
