/**
 * Names on the sky. sigma's own labels may overlap and have no halo, so they are drawn here after each frame, each at the place found
 * for it.
 */
import { INK, type Scheme } from '../theme.js';
import { controlsOf, freeArea, type Sky } from './camera.js';
import { fontOf, LINE_HEIGHT } from './label-text.js';
import { COUNT_PX, type LabelScene, type PlacedLabel, placeLabels } from './place-labels.js';

/** Draws all names for the camera as it stands. Returns how many. O(visible nodes). */
export function drawLabels(sky: Sky, scene: LabelScene): number {
  const context = sky.getCanvases()['labels']?.getContext('2d');
  if (!context) return 0;
  const { width, height } = sky.getDimensions();
  context.clearRect(0, 0, width, height);
  const labels = placeLabels(sky, scene, context, freeArea(sky), controlsOf(sky));
  const ink = INK[scene.scheme];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = ink.sky;
  for (const label of labels) {
    context.font = fontOf(label);
    if (label.ground !== undefined) drawGround(context, label, label.ground, ink);
    context.fillStyle = ink[label.ink];
    label.lines.forEach((line, row) => {
      const y = label.y + (row - (label.lines.length - 1) / 2) * label.size * LINE_HEIGHT;
      if (label.ground === undefined) context.strokeText(line, label.x, y);
      context.fillText(line, label.x, y);
    });
  }
  return labels.length;
}

function drawGround(
  context: CanvasRenderingContext2D,
  { x, y }: PlacedLabel,
  width: number,
  { sky, faint }: (typeof INK)[Scheme],
): void {
  context.save();
  context.fillStyle = sky;
  context.strokeStyle = faint;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x - width / 2, y - COUNT_PX / 2, width, COUNT_PX, COUNT_PX / 2);
  context.fill();
  context.stroke();
  context.restore();
}
