// As much of Vega as charts of marks over time need: no maps, trees, forces or regressions.
import { transforms } from 'vega-dataflow';
import * as encode from 'vega-encode';
import * as basic from 'vega-transforms';
import * as layout from 'vega-view-transforms';

Object.assign(transforms, basic, encode, layout);

export { expressionInterpreter } from 'vega-interpreter';
export { parse } from 'vega-parser';
export { View } from 'vega-view';
export { compile } from 'vega-lite';
