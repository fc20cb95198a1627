package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NotebookTest {

    private static final String RAN = """
            {"nbformat_minor": 5, "nbformat": 4, "metadata": {"language_info": {"version": "17.0.15"}},
             "cells": [
              {"cell_type": "code", "id": "b", "execution_count": 12, "source": "int a;\\na",
               "metadata": {"execution": {"iopub.status.busy": "2026"}, "tags": ["varies"], "jupyter": {"source_hidden": true}},
               "outputs": [
                {"output_type": "stream", "name": "stdout", "text": "step 1\\rst"},
                {"output_type": "stream", "name": "stdout", "text": "ep 2\\n注意 <b>\\n"},
                {"output_type": "execute_result", "execution_count": 12, "metadata": {"x": 1, "image/png": {"width": 340}},
                 "data": {"text/plain": "5", "image/png": "AAAA\\n"}}]},
              {"cell_type": "code", "id": "c", "execution_count": null, "source": [], "metadata": {}, "outputs": []}]}
            """;

    private static final String COMMITTED = """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": 1,
               "id": "b",
               "metadata": {
                "jupyter": {
                 "source_hidden": true
                },
                "tags": [
                 "varies"
                ]
               },
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "step 2\\n",
                  "注意 <b>\\n"
                 ]
                },
                {
                 "data": {
                  "image/png": "AAAA\\n",
                  "text/plain": [
                   "5"
                  ]
                 },
                 "execution_count": 1,
                 "metadata": {
                  "image/png": {
                   "width": 340
                  }
                 },
                 "output_type": "execute_result"
                }
               ],
               "source": [
                "int a;\\n",
                "a"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "c",
               "metadata": {},
               "outputs": [],
               "source": []
              }
             ],
             "metadata": {
              "kernelspec": {
               "display_name": "Java",
               "language": "java",
               "name": "java"
              },
              "language_info": {
               "codemirror_mode": "java",
               "file_extension": ".java",
               "mimetype": "text/x-java",
               "name": "java",
               "pygments_lexer": "java"
              }
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    @Test
    void aChapterMayAskForMoreTime() {
        String chapter = """
                {"cells":[{"cell_type":"code","source":"x","metadata":{"tags":["budget-240"]},"outputs":[]}]}""";
        assertEquals(240, Notebook.of(chapter, "a").budget().orElseThrow());
        assertTrue(Notebook.of("{\"cells\":[]}", "a").budget().isEmpty());
    }

    @Test
    void theCommittedFormHasNothingOfTheMachineOrTheClock() {
        assertEquals(COMMITTED, Notebook.of(RAN, "x.ipynb").canonical());
    }

    @Test
    void theCommittedFormIsItsOwnCommittedForm() {
        assertEquals(COMMITTED, Notebook.of(COMMITTED, "x.ipynb").canonical());
    }

    @Test
    void outputsThatDidNotDriftAreKeptAsTheyWere() {
        String before = COMMITTED.replace("\"varies\"", "\"other\"").replace("\"5\"", "\"0.50001\"");
        Notebook now = Notebook.of(before.replace("0.50001", "0.50002"), "x.ipynb");
        assertEquals(before, now.keepingEqualOutputsOf(Notebook.of(before, "x.ipynb")).canonical());
    }

    @Test
    void aNewPictureIsTakenEvenIfTheTextIsTheSame() {
        Notebook now = Notebook.of(COMMITTED.replace("AAAA", "BBBB"), "x.ipynb");
        String saved = now.keepingEqualOutputsOf(Notebook.of(COMMITTED, "x.ipynb")).canonical();
        assertTrue(saved.contains("BBBB"));
    }

    @Test
    void theTitleOfACellIsItsFirstLineThatSaysSomething() {
        String json = RAN.replace("int a;\\na", "// what\\nimport java.util.*;\\n\\n  int a;");
        assertEquals("int a;", Notebook.of(json, "x.ipynb").cells().get(0).title());
    }

    @Test
    void aFileThatIsNoNotebookIsNamed() {
        Trouble trouble = assertThrows(Trouble.class, () -> Notebook.of("{\"cells\":", "notebooks/x.ipynb"));
        assertEquals("lab: notebooks/x.ipynb is not a Jupyter notebook" + System.lineSeparator()
                + "  fix: restore it: git checkout -- notebooks/x.ipynb", trouble.report());
        assertThrows(Trouble.class, () -> Notebook.of("{}", "y.ipynb"));
        assertThrows(Trouble.class, () -> Notebook.of("", "z.ipynb"));
    }
}
