/**
 * The charts of the course: heat maps, grids of heads, lines, bars and scatter plots. Start at {@link spotlight.chart.Chart}.
 *
 * <p>
 * One look for all of them: white ground, one bundled font (so that a picture is the same on every machine, Chinese included),
 * colours that survive colour blindness, and a text alternative on every picture.
 */
package spotlight.chart;
