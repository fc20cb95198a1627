package spotlight.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class FrontendTest {
    private final Bundle bundle = Bundle.of("words").with("image/png", "AAAA").hints("image/png",
            Map.of("width", 10, "alt", "words"));

    @Test
    void outputGoesOutInAllItsForms() {
        FakeKernels.Ours kernel = new FakeKernels.Ours();
        new Frontend(kernel).display(bundle, "7");
        DisplayData shown = kernel.shown.get(0);
        assertEquals("words", shown.getData(MIMEType.TEXT_PLAIN));
        assertEquals("AAAA", shown.getData(MIMEType.IMAGE_PNG));
        assertEquals("7", shown.getDisplayId());
    }

    @Test
    void updatesReachOurKernelAndIJava() {
        FakeKernels.Ours ours = new FakeKernels.Ours();
        new Frontend(ours).update(bundle, "7");
        assertTrue(ours.updated.containsKey("7"));
        FakeKernels.IJava iJava = new FakeKernels.IJava();
        new Frontend(iJava).update(bundle, "7");
        assertEquals("words", iJava.io.display.updated.get("7").getData(MIMEType.TEXT_PLAIN));
    }

    @Test
    void foreignDisplayClassIsFoundByTheKernelsMethod() {
        FakeKernels.Foreign kernel = new FakeKernels.Foreign();
        new Frontend(kernel).display(bundle, null);
        assertEquals(bundle.data(), kernel.shown.get(0).data);
        assertEquals(Map.of("image/png", Map.of("width", 10, "alt", "words")), kernel.shown.get(0).metadata);
    }

    @Test
    void refusalNamesItsCause() {
        Frontend broken = new Frontend(new FakeKernels.Broken());
        assertEquals(
                "show: the kernel did not take the output: java.lang.IllegalArgumentException: no connection",
                assertThrows(IllegalStateException.class, () -> broken.display(bundle, null)).getMessage());
    }

    @Test
    void plainJvmHasNoKernel() {
        assertTrue(Frontend.running().isEmpty());
    }

    @Test
    void runningKernelIsFoundAmongThoseThatAreMissingBrokenOrAsleep() {
        String outer = FakeKernels.class.getName() + "$";
        List<Frontend.Family> dead = List.of(new Frontend.Family("no.such.Kernel", "instance"),
                new Frontend.Family(outer + "Unlinked", "instance"), new Frontend.Family(outer + "Asleep", "instance"),
                new Frontend.Family(outer + "Awake", "noSuchMethod"));
        assertTrue(Frontend.running(dead).isEmpty());
        List<Frontend.Family> all = new ArrayList<>(dead);
        all.add(new Frontend.Family(outer + "Awake", "instance"));
        assertTrue(Frontend.running(all).isPresent());
    }
}
