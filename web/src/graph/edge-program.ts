/**
 * How sigma draws a relation: a ribbon along a quadratic curve, straight when its curvature is 0, with an arrow head, dashes or
 * dots. sigma ships neither dashes nor a curve that is cheap without a GPU: this one is cut into quads, so that only pixels of
 * the ribbon are shaded, and it carries its length in pixels for the dashes. Browser only: it reads WebGL globals when imported.
 */
import type Sigma from 'sigma';
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { EdgeAttributes, NodeAttributes } from './build-graph.js';
import type { Glow } from './glow.js';
import { type Drawn, TIE_FLOATS } from './picking.js';

/** What an edge brings beside sigma's own attributes. */
export interface TieLook {
  key: string;
  /** Height of the curve's control point over the chord, as a share of the chord. */
  curvature: number;
  arrow: boolean;
  /** Whether it points from target to source: a bundle whose visible relations all do. */
  reversed: boolean;
  /** 1 while it is lit, else 0: how far those fade then is one number for all, see `Glow`. */
  lit: number;
  /** Pixels from one dash to the next, 0 for a solid line, and how many of them are inked. */
  dashPeriod: number;
  dashInk: number;
}

const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute vec3 a_look;
attribute vec2 a_dash;
attribute float a_lit;
attribute vec3 a_at;
uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_opacity;
varying vec4 v_color;
varying vec2 v_place;
varying vec3 v_ribbon;
varying vec2 v_head;
varying vec2 v_dash;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy + 1.0) * u_dimensions * 0.5;
}

void main() {
  vec2 source = toPixels(a_source);
  vec2 target = toPixels(a_target);
  vec2 chord = target - source;
  float span = max(length(chord), 0.001);
  vec2 control = (source + target) * 0.5 + vec2(-chord.y, chord.x) * a_look.y;
  float total = span * (1.0 + 0.6667 * a_look.y * a_look.y);

  // The ribbon runs from rim to rim of the two nodes.
  float gap = 1.5 * u_pixelRatio;
  vec2 radii = a_radii * u_pixelRatio / u_sizeRatio + gap;
  float first = min(0.49, radii.x / total);
  float last = max(0.51, 1.0 - radii.y / total);
  float halfWidth = max(0.6, a_look.x / u_sizeRatio) * u_pixelRatio * 0.5;
  vec2 head = vec2(halfWidth * 8.0 + u_pixelRatio, halfWidth * 3.2 + 0.5 * u_pixelRatio);
  // Where ties are short, heads are not all there is to see.
  v_head = a_look.z * head * min(1.0, 0.4 * (last - first) * total / head.x);
  float neck = last - v_head.x / total;
  float t = a_at.z > 0.5 ? mix(neck, last, a_at.x) : mix(first, neck, a_at.x);
  vec2 point = mix(mix(source, control, t), mix(control, target, t), t);
  vec2 tangent = normalize(mix(control - source, target - control, t) + vec2(0.00001, 0.0));
  // Each quad is as wide as what it shows and its soft rim, for every pixel of it is shaded.
  float reach = (a_at.z > 0.5 ? v_head.y : halfWidth) + u_pixelRatio;
  point += vec2(-tangent.y, tangent.x) * a_at.y * reach;

  v_ribbon = vec3(halfWidth, (last - first) * total, u_pixelRatio);
  v_place = vec2((t - first) * total, a_at.y * reach);
  v_dash = a_dash * u_pixelRatio;
  gl_Position = vec4(point / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
  v_color = vec4(a_color.rgb, a_color.a * 255.0 / 254.0 * mix(u_opacity, 1.0, a_lit));
}`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_place;
varying vec3 v_ribbon;
varying vec2 v_head;
varying vec2 v_dash;

void main() {
  float across = abs(v_place.y);
  float toEnd = v_ribbon.y - v_place.x;
  bool inHead = v_head.x > 0.0 && toEnd < v_head.x;
  float halfWidth = inHead ? v_head.y * toEnd / v_head.x : v_ribbon.x;
  float soft = 0.5 * v_ribbon.z;
  float cover = 1.0 - smoothstep(halfWidth - soft, halfWidth + soft, across);
  if (v_dash.x > 0.0 && !inHead) {
    float at = mod(v_place.x, v_dash.x);
    cover *= smoothstep(-soft, soft, at) * (1.0 - smoothstep(v_dash.y - soft, v_dash.y + soft, at));
  }
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a) * cover;
}`;

const UNIFORMS = ['u_matrix', 'u_dimensions', 'u_sizeRatio', 'u_pixelRatio', 'u_opacity'] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const FLOATS = [
  ['a_source', 2],
  ['a_target', 2],
  ['a_radii', 2],
  ['a_look', 3],
  ['a_dash', 2],
  ['a_lit', 1],
] as const;
/** Corners of one quad as two triangles: end of the segment (0 or 1), side of the ribbon. */
const CORNERS = [
  [0, -1],
  [0, 1],
  [1, -1],
  [0, 1],
  [1, -1],
  [1, 1],
] as const;

/**
 * A program whose ribbons have that many quads up to the neck of the arrow, and one for its head: 1 is enough for a straight line,
 * 14 for a curve. The quads are the same for all ties and stand once in memory; a tie is an instance of them, so that drawing a
 * frame does not copy megabytes. What it draws can be picked from the layer.
 */
export function createTieProgram(
  segments: number,
  glow: Glow,
  layer: Drawn[],
): EdgeProgramType<NodeAttributes, EdgeAttributes> {
  const shaft = Array.from({ length: segments }, (_, segment) =>
    CORNERS.map(([end, side]) => [(segment + end) / segments, side, 0]),
  ).flat();
  const quads = [...shaft, ...CORNERS.map(([end, side]) => [end, side, 1])];
  return class TieProgram extends EdgeProgram<(typeof UNIFORMS)[number], NodeAttributes, EdgeAttributes> {
    readonly keys: string[] = [];

    constructor(
      gl: WebGLRenderingContext,
      _picking: WebGLFramebuffer | null,
      sigma: Sigma<NodeAttributes, EdgeAttributes>,
    ) {
      super(gl, null, sigma);
      layer.push(this);
    }

    getDefinition() {
      return {
        VERTICES: quads.length,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          ...FLOATS.map(([name, size]) => ({ name, size, type: FLOAT })),
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_at', size: 3, type: FLOAT }],
        CONSTANT_DATA: quads,
      };
    }

    processVisibleItem(
      _edgeIndex: number,
      startIndex: number,
      from: NodeDisplayData,
      to: NodeDisplayData,
      data: EdgeDisplayData & Partial<TieLook>,
    ) {
      const [source, target] = data.reversed === true ? [to, from] : [from, to];
      const { array } = this;
      this.keys[startIndex / TIE_FLOATS] = data.key ?? '';
      let at = startIndex;
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = source.size;
      array[at++] = target.size;
      array[at++] = data.size;
      array[at++] = data.curvature ?? 0;
      array[at++] = data.arrow === true ? 1 : 0;
      array[at++] = data.dashPeriod ?? 0;
      array[at++] = data.dashInk ?? 0;
      array[at++] = data.lit ?? 0;
      array[at++] = floatColor(data.color);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(
        uniformLocations.u_dimensions,
        params.width * params.pixelRatio,
        params.height * params.pixelRatio,
      );
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(uniformLocations.u_opacity, glow.tieOpacity);
      // Under what is there already: stars share the canvas, and sigma draws them first.
      gl.blendFunc(gl.ONE_MINUS_DST_ALPHA, gl.ONE);
    }
  };
}
