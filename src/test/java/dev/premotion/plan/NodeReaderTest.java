package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents may be: any text of some size and depth, and each value with its line. */
class NodeReaderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a: null, true", "a: ~,    true", "a:,      false", "a: '''', false", "a: x,    false", "a: no,   false"
    })
    void nothingIsNoText(String line, boolean nothing) {
        var a = (Node.Scalar) root("p.yaml", line).values().get("a");

        assertThat(a.isNull()).isEqualTo(nothing);
        assertThat(a.kind()).isEqualTo(a.text().isEmpty() || nothing ? "nothing" : '"' + a.text() + '"');
    }

    @Test
    void eachValueHasItsLine() {
        var root = root("p.yaml", "a: 1\nb:\n  - x\n  - y: 2\nc: { d: 3 }\n");

        assertThat(root.line()).isEqualTo(1);
        assertThat(root.keys()).containsEntry("a", 1).containsEntry("b", 2).containsEntry("c", 5);
        var items = ((Node.Items) root.values().get("b")).items();
        assertThat(items).extracting(Node::line).containsExactly(3, 4);
        assertThat(items).extracting(Node::kind).containsExactly("\"x\"", "a mapping");
        assertThat(root.values().get("b").kind()).isEqualTo("a list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.yaml", "p.json", "P.JSON"})
    void aByteOrderMarkIsNoMatter(String name) {
        assertThat(root(name, "\uFEFF{\"a\": \"1\"}").values()).containsKey("a");
    }

    /** The reader of YAML would stop at 3 MB by itself. */
    @Test
    void largeDocumentsAreRead() {
        assertThat(root("p.yaml", "a: " + "x".repeat(4_000_000)).values()).containsKey("a");
    }

    @Test
    void filesOfMoreThan64MiBAreNotRead() throws IOException {
        var file = folder.resolve("large.yaml");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((64L << 20) + 1);
        }
        assertThat(catchThrowableOfType(BadInput.class, () -> NodeReader.read(file, "large.yaml")))
                .hasMessage("large.yaml: The file is larger than 64 MiB.\nMaybe it is not the file you meant.");
    }

    @Test
    void whatCannotBeReadIsTold() {
        assertThat(catchThrowableOfType(BadInput.class, () -> NodeReader.read(folder, "here")))
                .hasMessage("here: The file cannot be read: it is a folder.\nMaybe the path is mistyped.");
        assertThat(mistake("p.yaml", "")).isEqualTo("p.yaml: The file is empty.\nMaybe it was not saved.");
        assertThat(mistake("p.yaml", "a: 1\n---\nb: 2\n"))
                .isEqualTo("p.yaml at (line 3): A second document begins here; expected one.\n"
                        + "Maybe remove the line \"---\".");
        assertThat(mistake("p.yaml", "a: [ 1, *x ]"))
                .isEqualTo(
                        "p.yaml at /a/1 (line 1): The alias *x has no list or mapping with the anchor &x before it.\n"
                                + "Maybe write the value again, or put it in quotes.");
        assertThat(mistake("p.yaml", "a: &x 1\nb: *x\n")).contains("no list or mapping with the anchor &x");
    }

    @Test
    void aKeyIsWrittenOnce() {
        assertThat(mistake("p.yaml", "x:\n  a/b~c: 1\n  a/b~c: 2\n"))
                .isEqualTo("p.yaml at /x/a~1b~0c (line 3): The key \"a/b~c\" is written twice.\n"
                        + "Maybe a \"-\" is missing before one.");
    }

    @Test
    void valuesNestTo32Levels() {
        for (var open : List.of("[", "{ a: ")) {
            var close = open.equals("[") ? "]" : "}";
            assertThat(read("p.yaml", open.repeat(32) + "x" + close.repeat(32)).line())
                    .isEqualTo(1);
            assertThat(mistake("p.yaml", open.repeat(33) + "x" + close.repeat(33)))
                    .contains("Values are nested deeper than 32 levels.\nMaybe brackets are unbalanced.");
        }
    }

    /** An alias counts for what its anchor holds, not for what stands before it. */
    @Test
    void aliasesOfLittleMayBeMany() {
        var text = "before: [ " + "x, ".repeat(3_000) + "x ]\nlittle: &little [ y ]\nmany: [ "
                + "*little, ".repeat(1_000) + "*little ]\n";

        assertThat(((Node.Items) root("p.yaml", text).values().get("many")).items())
                .hasSize(1_001);
    }

    private Node.Entries root(String name, String text) {
        return (Node.Entries) read(name, text);
    }

    private Node read(String name, String text) {
        try {
            return NodeReader.read(Files.writeString(folder.resolve(name), text), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String mistake(String name, String text) {
        return catchThrowableOfType(BadInput.class, () -> read(name, text)).getMessage();
    }
}
