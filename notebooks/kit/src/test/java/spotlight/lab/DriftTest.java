package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {

    @ParameterizedTest
    @CsvSource({"0.1234,0.1235", "-0.0000,0.0000", "1234.5,1234.6", "1e-5,2e-5", "7,7", "3.0,3"})
    void numbersOfEqualValueAgree(String committed, String now) {
        assertTrue(Drift.close(committed, now));
        assertEquals(Optional.empty(), Drift.difference("loss " + committed + " nats", "loss " + now + " nats"));
    }

    @ParameterizedTest
    @CsvSource({"0.1234,0.1236", "0.5,-0.5", "1234.5,1234.7", "7,8", "532930,532931"})
    void numbersOfAnotherValueDoNot(String committed, String now) {
        assertFalse(Drift.close(committed, now));
    }

    @Test
    void aTagSaysHowFarTheNumbersOfATrainingMayDiffer() {
        assertEquals(List.of(), drift("within-0.05", "of 97.0 % of 300", "of 95.0 % of 310"));
        assertEquals(List.of("cell [1] output 1 stdout: committed 97.0, now 91.0, after \"of \""),
                drift("within-0.05", "of 97.0 %", "of 91.0 %"));
        assertEquals(List.of("cell [1] output 1 stdout: committed 97.0, now 95.0, after \"of \""),
                drift("other", "of 97.0 %", "of 95.0 %"));
    }

    private static List<String> drift(String tag, String committed, String now) {
        String cell = """
                {"cells":[{"cell_type":"code","source":"x","metadata":{"tags":["%s"]},
                "outputs":[{"output_type":"stream","name":"stdout","text":"%s"}]}]}""";
        return Drift.between(Notebook.of(String.format(cell, tag, committed), "a"),
                Notebook.of(String.format(cell, tag, now), "b"), true);
    }

    @Test
    void namesTheNumberAndWhatStandsBeforeIt() {
        assertEquals(Optional.of("committed 0.5000, now 0.6000, after \"epoch 3 loss \""),
                Drift.difference("epoch 3 loss 0.5000", "epoch 3 loss 0.6000"));
    }

    @Test
    void namesTheFirstWordsThatDiffer() {
        assertEquals(Optional.of("committed \"the cat sat\", now \"the dog sat\""),
                Drift.difference("1 the cat sat", "1 the dog sat"));
        assertEquals(Optional.of("committed \"\", now \"and more\""), Drift.difference("the 2", "the 2 and more"));
        assertEquals(Optional.of("committed \"the 2\", now \"the\""), Drift.difference("the 2", "the"));
    }

    @Test
    void numbersInsideWordsAreWords() {
        assertTrue(Drift.difference("T1-1 of x2", "T1-1 of x2").isEmpty());
        assertTrue(Drift.difference("layer2", "layer3").isPresent());
    }

    @Test
    void whiteSpaceIsNotCompared() {
        assertEquals(Optional.empty(), Drift.difference("[ 0.1,\n  0.2]", "[ 0.1, 0.2]"));
        assertEquals(Optional.empty(), Drift.difference("loss  -0.0000", "loss   0.0000"));
    }

    @Test
    void theIdentityOfAnObjectIsNotCompared() {
        assertEquals(Optional.empty(), Drift.difference("Foo@231e174c", "Foo@7a1b2c3d"));
    }

    @Test
    void comparesCellByCellAndPassesOverVariesAndPictures() {
        Notebook committed = notebook("0.5", "12 ms", "AAAA");
        assertEquals(List.of(), Drift.between(committed, notebook("0.50001", "99 ms", "BBBB"), true));
        assertEquals(List.of("cell [1] output 1 stdout: committed 0.5, now 0.6, after \"\""),
                Drift.between(committed, notebook("0.6", "12 ms", "AAAA"), true));
    }

    @Test
    void anIntendedErrorMustComeAgainWhateverTheKernelCallsIt() {
        Notebook committed = failing("IllegalArgumentException", "");
        assertEquals(List.of(), Drift.between(committed, committed, false));
        assertEquals(List.of(), Drift.between(committed,
                failing("EvalException", "java.lang.IllegalArgumentException: matmul: …"), false));
        assertEquals(List
                .of("cell [1] output 1 error: committed \"IllegalArgumentException\", now \"NullPointerException\""),
                Drift.between(committed, failing("NullPointerException", "at line 1"), false));
    }

    private static Notebook failing(String name, String traceback) {
        return Notebook.of("""
                {"cells": [{"cell_type": "code", "id": "b", "metadata": {}, "source": "one", "execution_count": 1,
                  "outputs": [{"output_type": "error", "ename": "%s", "evalue": "", "traceback": ["%s"]}]}],
                 "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """.formatted(name, traceback), "x.ipynb");
    }

    @Test
    void aTableIsComparedByWhatItSaysNotByHowItLooks() {
        String table = "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {\"text/html\": \"<style>td{}</style>"
                + "<td width=%s>loss</td><td>%s</td>\"}}";
        assertEquals(List.of(), Drift.between(outputs(table.formatted(1, 0.5)), outputs(table.formatted(2, 0.5))));
        assertEquals(List.of("output 1 text/html: committed 0.5, now 0.7, after \"loss \""),
                Drift.between(outputs(table.formatted(1, 0.5)), outputs(table.formatted(1, 0.7))));
    }

    private static JsonArray outputs(String output) {
        return new Gson().fromJson("[" + output + "]", JsonArray.class);
    }

    @Test
    void anOutputThatCameOrWentIsDrift() {
        Notebook full = notebook("0.5", "1", "AAAA");
        Notebook empty = Notebook.of(
                full.canonical().replaceFirst("(?s)\"outputs\": \\[\n.*?\n   \\]", "\"outputs\": []"),
                "x.ipynb");
        assertEquals(List.of("cell [1] output 1 stdout: committed, but not there now"),
                Drift.between(full, empty, true));
        assertEquals(List.of("cell [1] output 1 stdout: there now, but not committed"),
                Drift.between(empty, full, true));
    }

    @Test
    void checkCellsAreComparedOnlyWhereNobodyAnsweredAnExercise() {
        Notebook committed = checked("not attempted");
        Notebook now = checked("3 of 3 points");
        assertEquals(List.of(), Drift.between(committed, now, false));
        assertEquals(List.of("cell [1] output 1 stdout: committed \"not attempted\", now \"3 of 3 points\""),
                Drift.between(committed, now, true));
    }

    private static Notebook checked(String printed) {
        return Notebook.of("""
                {"cells": [
                 {"cell_type": "code", "id": "a", "metadata": {"tags": ["exercise"]}, "source": "check",
                  "execution_count": 1, "outputs": [{"output_type": "stream", "name": "stdout", "text": "%s"}]}
                ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """.formatted(printed), "x.ipynb");
    }

    private static Notebook notebook(String printed, String time, String picture) {
        return Notebook.of("""
                {"cells": [
                 {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "words"},
                 {"cell_type": "code", "id": "b", "metadata": {}, "source": "one", "execution_count": 1,
                  "outputs": [{"output_type": "stream", "name": "stdout", "text": "%s"}]},
                 {"cell_type": "code", "id": "c", "metadata": {"tags": ["varies"]}, "source": "two",
                  "execution_count": 2, "outputs": [{"output_type": "stream", "name": "stdout", "text": "%s"}]},
                 {"cell_type": "code", "id": "d", "metadata": {}, "source": "three", "execution_count": 3,
                  "outputs": [{"output_type": "display_data", "metadata": {}, "data": {"image/png": "%s"}}]}
                ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """.formatted(printed, time, picture), "x.ipynb");
    }
}
