/**
 * The sky's canvas, made before the page paints anything: once panels are being painted, the browser would make a WebGL context wait
 * for them, on a slow graphics processor for most of a second.
 */

let prepared: HTMLCanvasElement | undefined;

/** Makes the context as sigma asks for it; without WebGL there is none, and sigma says so. */
export function prepareCanvas(): void {
  const canvas = document.createElement('canvas');
  if (canvas.getContext('webgl2', { preserveDrawingBuffer: false, antialias: false }) !== null)
    prepared = canvas;
}

/** The canvas that was prepared, the first time; later skies make their own. */
export function takeCanvas(): HTMLCanvasElement | undefined {
  const canvas = prepared;
  prepared = undefined;
  return canvas;
}
