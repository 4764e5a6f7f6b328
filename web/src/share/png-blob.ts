/** A picture painted on a canvas, as a PNG with more pixels than the screen has. */
import { BASELINE, canvasFamily, HALO_PX, type Mark, type Picture } from './marks.js';

/** Browsers refuse a canvas that is wider or higher, or give an empty one. */
const MOST_PX = 12_000;

/** Pixels of the file for one of the picture: as many as wanted, or fewer where the picture is enormous. */
export const scaleFor = ({ width, height }: Pick<Picture, 'width' | 'height'>, wanted: number): number =>
  Math.min(wanted, MOST_PX / width, MOST_PX / height);

/**
 * Paints and encodes. Waits for the page's fonts, so that names are written in the letters they were measured with.
 *
 * @throws Error where the browser cannot make a picture that large
 */
export async function pngBlob(picture: Picture, wanted: number): Promise<Blob> {
  await document.fonts.ready;
  const scale = scaleFor(picture, wanted);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gives no canvas to paint on.');
  context.scale(scale, scale);
  context.fillStyle = picture.background;
  context.fillRect(0, 0, picture.width, picture.height);
  for (const { marks, clip, offset } of picture.layers) {
    context.save();
    if (offset !== undefined) context.translate(offset.x, offset.y);
    if (clip !== undefined) {
      context.beginPath();
      context.rect(clip.x, clip.y, clip.width, clip.height);
      context.clip();
    }
    for (const mark of marks) paintMark(context, mark);
    context.restore();
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture is too large for this browser. Make the window smaller.');
  return blob;
}

function paintMark(context: CanvasRenderingContext2D, mark: Mark): void {
  if (mark.mark === 'text') {
    context.font = `${mark.italic === true ? 'italic ' : ''}${mark.weight ?? 400} ${mark.size}px ${canvasFamily(mark.serif)}`;
    context.textAlign = mark.anchor === 'middle' ? 'center' : (mark.anchor ?? 'start');
    context.textBaseline = 'alphabetic';
    const y = mark.y + BASELINE * mark.size;
    if (mark.halo !== undefined) {
      context.lineJoin = 'round';
      context.lineWidth = HALO_PX;
      context.strokeStyle = mark.halo;
      context.strokeText(mark.text, mark.x, y);
    }
    context.fillStyle = mark.fill;
    context.fillText(mark.text, mark.x, y);
    return;
  }
  context.save();
  const path = mark.mark === 'path' ? new Path2D(mark.d) : new Path2D();
  if (mark.mark === 'circle') path.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
  else {
    if (mark.at !== undefined) {
      context.translate(mark.at.x, mark.at.y);
      context.scale(mark.at.scale, mark.at.scale);
    }
    context.globalAlpha = mark.opacity ?? 1;
    context.lineCap = mark.round === true ? 'round' : 'butt';
    context.lineJoin = mark.round === true ? 'round' : 'miter';
    context.setLineDash([...(mark.dash ?? [])]);
  }
  if (mark.fill !== undefined) {
    context.fillStyle = mark.fill;
    context.fill(path);
  }
  if (mark.stroke !== undefined) {
    context.strokeStyle = mark.stroke;
    context.lineWidth = mark.width ?? 1;
    context.stroke(path);
  }
  context.restore();
}
