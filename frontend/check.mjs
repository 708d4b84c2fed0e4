// Reads a Vega-Lite specification from standard input and says what is wrong with it; silent where nothing is.
import { readFileSync } from 'node:fs';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import { View, parse } from 'vega';

const complain = (...words) => console.log(...words);
const logger = { level: () => logger, warn: complain, info: () => logger, debug: () => logger, error: complain };
const { spec } = compile({ ...JSON.parse(readFileSync(0, 'utf8')), width: 600 }, { logger });
await new View(parse(spec, null, { ast: true }), { expr: expressionInterpreter, renderer: 'none', logger }).runAsync();
