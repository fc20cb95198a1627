/**
 * A look inside a trained model, as a page of its own: which token looks at which, why, and what comes next. The numbers
 * are computed here, the drawing is done by {@code explorer.js}.
 */
package spotlight.explorer;
