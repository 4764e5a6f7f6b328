/** How sure a relation or a path is: a short bar with its number, or the plain word that nothing can be judged. */
import { confidenceText } from '../../../src/model/grading.js';
import classes from './panel.module.css';

/** `confidence` in 0..1; null is "cannot be judged" and never drawn as zero. */
export function ConfidenceBar({ confidence }: { confidence: number | null }) {
  if (confidence === null)
    return (
      <span className={classes.confidence} title="No claim could be graded">
        <span aria-hidden className={classes.track} data-unjudged />
        not judged
      </span>
    );
  const text = confidenceText(confidence);
  return (
    <span className={classes.confidence} title={`Confidence ${text} of 1`}>
      <span className={classes.hidden}>confidence</span>
      <span aria-hidden className={classes.track}>
        <span className={classes.fill} style={{ inlineSize: `${confidence * 100}%` }} />
      </span>
      {text}
    </span>
  );
}
