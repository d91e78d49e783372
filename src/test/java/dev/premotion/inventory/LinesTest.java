package dev.premotion.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {

    @TempDir
    Path folder;

    @Test
    void pointersOfJsonAreFoundInOnePass() throws IOException {
        var file = Files.writeString(
                folder.resolve("a.json"),
                "{\n  \"a/b\": [\n    1,\n    { \"c\": true,\n      \"c\": 2 }\n  ],\n  \"d\": 3\n}");

        var places = Lines.of(file, "a.json", List.of("/a~1b/1/c", "/d", "/a~1b", "/nowhere", "/a~1b/9"));

        assertThat(places.keySet()).containsExactly("/a~1b", "/a~1b/1/c", "/d");
        assertThat(places.get("/a~1b/1/c")).hasToString("/a~1b/1/c (line 4, column 12)");
        assertThat(places.get("/d").line()).isEqualTo(7);
    }

    @Test
    void pointersOfYamlToo() throws IOException {
        var file = Files.writeString(
                folder.resolve("plan.yaml"), "format: premotion/plan/1\nmigrations:\n- vm: a\n- vm: b\n  wave: 2\n");

        assertThat(Lines.of(file, "plan.yaml", List.of("/migrations/1/wave"))
                        .get("/migrations/1/wave")
                        .line())
                .isEqualTo(5);
        assertThat(Lines.find(file, "plan.yaml", "/format"))
                .isInstanceOfSatisfying(
                        Node.Scalar.class, format -> assertThat(format.text()).isEqualTo("premotion/plan/1"));
    }

    @Test
    void theSearchEndsWhereAllIsFound() throws IOException {
        var file = Files.writeString(folder.resolve("a.json"), "{\"format\": \"x\", \"rest\": [ broken");

        assertThat(Lines.find(file, "a.json", "/format")).isNotNull();
    }
}
