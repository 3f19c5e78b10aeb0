/**
 * How things look: values as pictures, contact sheets, charts and pages.
 *
 * <pre>
 *   values ─► Print ─► ContactSheet ─► PNG
 *   points ─► PrincipalAxes, Neighbourhoods ─► Scatter ─┐
 *   figures ─► Lines, Reliability, Grid, Bars ──────────┴─► SVG or table ─► Page ─► HTML
 * </pre>
 *
 * <p>Pure: values in, bytes or text out. May touch the JDK and, for t-SNE, Smile; it knows neither models nor files.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Charts are SVG written by hand, without a script or a library: a page then stays one file that works offline,
 *       prints, and takes its colours from the reader's light or dark mode. Rejected: a charting library in the page, half a
 *       megabyte for five kinds of chart.
 *   <li>Contact sheets are dark in every mode, for pictures and spectrograms are light on dark; what a model made has gold
 *       letters, what is real has grey ones.
 *   <li>Captions are drawn with letters of our own: the JDK's need fonts that servers often lack.
 *   <li>Principal axes are turned to lie as they did a pass before, else every picture of a training would begin anew.
 * </ul>
 */
package dev.kintsugi.gallery;
