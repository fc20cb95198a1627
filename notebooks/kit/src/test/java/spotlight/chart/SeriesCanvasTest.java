package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;

import org.junit.jupiter.api.Test;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart must put places between 0 and 1 exactly where our axes, grid and labels think they are. */
class SeriesCanvasTest {
    private final Pixels picture = Pixels.blank(300, 200);
    private final SeriesCanvas canvas = new SeriesCanvas(new Rectangle2D.Double(50, 20, 200, 100), 6);

    @Test
    void cornersOfTheUnitSquareAreCornersOfTheArea() {
        canvas.box(0, 0, 1, 1, Color.RED);
        canvas.paint(picture.graphics());
        assertEquals(new Rectangle(50, 20, 200, 100), picture.bounds(Color.RED));
    }

    @Test
    void boxStandsAtItsShareOfTheArea() {
        canvas.box(0.25, 0, 0.5, 0.4, Color.RED);
        canvas.paint(picture.graphics());
        assertEquals(new Rectangle(100, 80, 50, 40), picture.bounds(Color.RED));
    }

    @Test
    void pointStandsAtItsShareOfTheArea() {
        canvas.points(new double[] {0.5}, new double[] {0.75}, Color.RED, SeriesMarkers.SQUARE);
        canvas.paint(picture.graphics());
        Rectangle mark = picture.bounds(Color.RED);
        assertEquals(150, mark.getCenterX(), 1);
        assertEquals(45, mark.getCenterY(), 1);
    }

    @Test
    void lineRunsBetweenItsPoints() {
        canvas.line(new double[] {0.1, 0.9}, new double[] {0.5, 0.5}, Color.RED, new BasicStroke(2), null);
        canvas.paint(picture.graphics());
        Rectangle line = picture.bounds(Color.RED);
        assertEquals(70, line.x, 1);
        assertEquals(160, line.width, 2);
        assertEquals(70, line.getCenterY(), 1);
    }
}
