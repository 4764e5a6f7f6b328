/**
 * How sigma draws an entity: from rim to core a ring, a gap, a rim in the kind's colour, the fill, and the kind's icon. One program
 * does what a compound of border and image does with two, compiles in a fraction of the time without a GPU, and has soft edges.
 * Browser only: it reads WebGL globals when imported.
 */
import type Sigma from 'sigma';
import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { EdgeAttributes, NodeAttributes } from './build-graph.js';
import type { Glow } from './glow.js';
import { ATLAS_COLUMNS, ATLAS_ROWS, type IconAtlas } from './icon-atlas.js';
import { type Drawn, STAR_FLOATS } from './picking.js';

/** What a node brings beside sigma's own attributes. Sizes are pixels on the screen. */
export interface StarLook {
  key: string;
  cell: number;
  ringSize: number;
  gapSize: number;
  ringColor: string;
  rimColor: string;
  iconColor: string;
  /** 1 while it is lit, else 0: how far those fade then is one number for all, see `Glow`. */
  lit: number;
}

const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_fill;
attribute vec4 a_rim;
attribute vec4 a_ring;
attribute vec4 a_icon;
attribute vec2 a_position;
attribute vec4 a_look;
attribute float a_lit;
attribute float a_angle;
uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_fade;
varying vec2 v_offset;
varying vec4 v_look;
varying vec4 v_fill;
varying vec4 v_rim;
varying vec4 v_ring;
varying vec4 v_icon;
varying float v_pixel;
varying float v_alpha;

const float bias = 255.0 / 254.0;

void main() {
  float radius = a_look.x * u_pixelRatio / u_sizeRatio;
  // A triangle around the disc and its soft edge: its corners lie twice as far from the centre as its sides.
  v_offset = 2.0 * (radius + u_pixelRatio) * vec2(cos(a_angle), sin(a_angle));
  v_look = vec4(radius, a_look.yz * u_pixelRatio, a_look.w);
  v_pixel = u_pixelRatio;
  vec2 center = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(center + v_offset / u_dimensions * 2.0, 0.0, 1.0);
  v_fill = vec4(a_fill.rgb, a_fill.a * bias);
  v_rim = vec4(a_rim.rgb, a_rim.a * bias);
  v_ring = vec4(a_ring.rgb, a_ring.a * bias);
  v_icon = vec4(a_icon.rgb, a_icon.a * bias);
  // By letting through what lies below: a faded star may stand before a lit one.
  v_alpha = 1.0 - u_fade * (1.0 - a_lit);
}`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
uniform sampler2D u_atlas;
varying vec2 v_offset;
varying vec4 v_look;
varying vec4 v_fill;
varying vec4 v_rim;
varying vec4 v_ring;
varying vec4 v_icon;
varying float v_pixel;
varying float v_alpha;

const vec2 grid = vec2(${ATLAS_COLUMNS}.0, ${ATLAS_ROWS}.0);
const float rimSize = 1.6;
/** Half the side of the icon, as a share of the fill's radius. */
const float iconReach = 0.8;

void main() {
  float away = length(v_offset);
  float soft = 0.6 * v_pixel;
  float ringInner = v_look.x - v_look.y;
  float disc = ringInner - v_look.z;
  float core = disc - rimSize * v_pixel;

  vec4 color = mix(v_fill, v_rim, smoothstep(core - soft, core + soft, away));
  vec2 square = v_offset / (core * iconReach);
  vec2 place = clamp(vec2(square.x, -square.y) * 0.5 + 0.5, 0.0, 1.0);
  vec2 cell = vec2(mod(v_look.w, grid.x), floor(v_look.w / grid.x));
  float ink = texture2D(u_atlas, (cell + place) / grid).a;
  // Below a few pixels an icon is dirt.
  ink *= smoothstep(4.0, 6.5, core / v_pixel);
  color = mix(color, v_icon, ink * v_icon.a);

  float inDisc = 1.0 - smoothstep(disc - soft, disc + soft, away);
  float inRing = smoothstep(ringInner - soft, ringInner + soft, away) * (1.0 - smoothstep(v_look.x - soft, v_look.x + soft, away));
  vec4 shown = vec4(color.rgb * color.a, color.a) * inDisc;
  gl_FragColor = v_alpha * (shown + vec4(v_ring.rgb * v_ring.a, v_ring.a) * inRing * (1.0 - shown.a));
}`;

const UNIFORMS = ['u_matrix', 'u_dimensions', 'u_sizeRatio', 'u_pixelRatio', 'u_atlas', 'u_fade'] as const;
type Uniform = (typeof UNIFORMS)[number];
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const COLORS = ['a_fill', 'a_rim', 'a_ring', 'a_icon'] as const;
const ANGLES = [0, (2 * Math.PI) / 3, (4 * Math.PI) / 3] as const;

/** A program that takes its icons from this atlas, and how far stars fade from this glow. What it draws can be picked from the layer. */
export function createStarProgram(
  atlas: IconAtlas,
  glow: Glow,
  layer: Drawn[],
): NodeProgramType<NodeAttributes, EdgeAttributes> {
  return class StarProgram extends NodeProgram<Uniform, NodeAttributes, EdgeAttributes> {
    readonly keys: string[] = [];
    #texture: WebGLTexture | null;

    constructor(
      gl: WebGLRenderingContext,
      _picking: WebGLFramebuffer | null,
      sigma: Sigma<NodeAttributes, EdgeAttributes>,
    ) {
      super(gl, null, sigma);
      layer.push(this);
      this.#texture = gl.createTexture();
      gl.bindTexture(gl.TEXTURE_2D, this.#texture);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, atlas.canvas);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
      gl.generateMipmap(gl.TEXTURE_2D);
    }

    getDefinition() {
      return {
        VERTICES: ANGLES.length,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_look', size: 4, type: FLOAT },
          { name: 'a_lit', size: 1, type: FLOAT },
          ...COLORS.map((name) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true })),
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
        CONSTANT_DATA: ANGLES.map((angle) => [angle]),
      };
    }

    processVisibleItem(_nodeIndex: number, startIndex: number, data: NodeDisplayData & Partial<StarLook>) {
      const { array } = this;
      this.keys[startIndex / STAR_FLOATS] = data.key ?? '';
      let at = startIndex;
      array[at++] = data.x;
      array[at++] = data.y;
      array[at++] = data.size;
      array[at++] = data.ringSize ?? 0;
      array[at++] = data.gapSize ?? 0;
      array[at++] = data.cell ?? 0;
      array[at++] = data.lit ?? 0;
      for (const color of [data.color, data.rimColor, data.ringColor, data.iconColor])
        array[at++] = floatColor(color ?? data.color);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(
        uniformLocations.u_dimensions,
        params.width * params.pixelRatio,
        params.height * params.pixelRatio,
      );
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(uniformLocations.u_fade, glow.fade);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, this.#texture);
      gl.uniform1i(uniformLocations.u_atlas, 0);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    }

    override kill() {
      this.normalProgram.gl.deleteTexture(this.#texture);
      this.#texture = null;
      super.kill();
    }
  };
}

/** Stands where sigma would draw hovered nodes once more on a layer of their own: hovering is paint here, so nothing is compiled for it. */
export class NoHoverProgram {
  drawLabel = undefined;
  drawHover = undefined;
  kill() {}
  reallocate() {}
  process() {}
  render() {}
}
