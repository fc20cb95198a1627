package spotlight.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.StringReader;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import spotlight.tensor.Tensor;

class SvgTest {
    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void isWellFormedAndDescribed() throws Exception {
        Document svg = parse(Chart.lines().series("a < b & c", 1, 2).series("d", 3, 4).title("\"x\" < 我").svg());
        assertEquals("\"x\" < 我", svg.getElementsByTagName("title").item(0).getTextContent());
        assertEquals("\"x\" < 我. Line chart: a < b & c from 1 to 2 over 2 points; d from 3 to 4 over 2 points.",
                svg.getElementsByTagName("desc").item(0).getTextContent());
        assertEquals("680", svg.getDocumentElement().getAttribute("width"));
    }

    @Test
    void shapesHaveColourAndPlace() {
        Svg svg = new Svg(new Dimension(100, 50), "t", "d");
        svg.translate(10, 5);
        svg.setColor(Color.RED);
        svg.fillRect(1, 2, 3, 4);
        assertTrue(svg.document().contains("<rect x=\"11\" y=\"7\" width=\"3\" height=\"4\" fill=\"#FF0000\"/>"),
                svg.document());
    }

    @Test
    void clippedShapesStayInside() {
        Svg svg = new Svg(new Dimension(100, 50), "t", "d");
        svg.setClip(0, 0, 20, 20);
        svg.fillRect(1, 2, 3, 4);
        assertTrue(!svg.document().contains("clip-path=\"url(#clip0)\""), "not needed inside");
        svg.fillRect(1, 2, 30, 40);
        assertTrue(svg.document().contains("clip-path=\"url(#clip0)\""));
        assertTrue(svg.document().contains("<clipPath id=\"clip0\"><path d=\"M0 0L20 0L20 20L0 20L0 0Z\"/></clipPath>"),
                svg.document());
    }

    @Test
    void bigMapsAreOneImageInside() {
        String svg = Chart.heatmap(Tensor.arange(100 * 128).reshape(100, 128)).svg();
        assertTrue(svg.contains("href=\"data:image/png;base64,"));
        assertTrue(svg.length() < 60_000, svg.length() + " characters");
    }

    @Test
    void otherImagesAreRefused() {
        Svg svg = new Svg(new Dimension(100, 50), "t", "d");
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        assertEquals("svg: no images",
                assertThrows(UnsupportedOperationException.class, () -> svg.drawImage(image, 0, 0, null)).getMessage());
    }
}
