package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.junit.jupiter.api.Test;

import spotlight.ch99.Doubled;
import spotlight.ch99.Learner;

class IsolatedLoaderTest {
    private final ClassLoader parent = getClass().getClassLoader();

    @Test
    void aGivenClassIsLoadedApartAndAllOthersAreTheParents() throws Exception {
        IsolatedLoader loader = new IsolatedLoader(Map.of(Doubled.class.getName(), bytes(Doubled.class)), parent);
        Class<?> doubled = loader.loadClass(Doubled.class.getName());
        assertNotSame(Doubled.class, doubled);
        assertSame(doubled, loader.loadClass(Doubled.class.getName()));
        assertEquals(6, doubled.getMethod("twice", int.class).invoke(null, 3));
        assertSame(Learner.class, loader.loadClass(Learner.class.getName()));
    }

    @Test
    void classesOfTheSamePackageCanBeLoadedAnew() throws Exception {
        IsolatedLoader loader = new IsolatedLoader(Map.of(), parent, name -> name.startsWith("spotlight.ch99."));
        assertNotSame(Learner.class, loader.loadClass(Learner.class.getName()));
        assertSame(Verify.class, loader.loadClass(Verify.class.getName()));
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return file.readAllBytes();
        }
    }
}
