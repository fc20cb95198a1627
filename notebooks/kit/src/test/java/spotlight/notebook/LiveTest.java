package spotlight.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import spotlight.chart.Chart;

class LiveTest {
    @Test
    void withoutAKernelEveryUpdateIsPrinted() {
        assertEquals("one\na rises\ndone\n", ShowTest.printed(() -> {
            Live live = Show.live();
            live.update("one");
            live.update(Chart.lines().series("a", 1, 2).alt("a rises"));
            live.html("<b>done</b>", "done");
        }));
    }

    @Test
    void firstUpdateShowsAndLaterOnesReplace() {
        FakeKernels.Ours kernel = new FakeKernels.Ours();
        Live live = new Live(() -> java.util.Optional.of(new Frontend(kernel)));
        live.update("one");
        live.update("two");
        live.update("three");
        assertEquals(1, kernel.shown.size());
        String id = kernel.shown.get(0).getDisplayId();
        assertEquals("three", kernel.updated.get(id).getData(
                io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN));
    }
}
