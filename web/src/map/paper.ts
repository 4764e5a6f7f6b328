/** What the map is drawn on: the canvas over the base map, or a list of marks for a picture. Icons are told apart: they are no paths. */

export type Paper = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'fill'
  | 'stroke'
  | 'setLineDash'
  | 'fillText'
  | 'strokeText'
  | 'measureText'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

/** Draws an icon around a point; `reach` is half its side. */
export type DrawIcon = (name: string, color: string, x: number, y: number, reach: number) => void;
