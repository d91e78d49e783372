package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    private static Csv.Row only(String text) {
        return Csv.parse("t.csv", text).rows().get(0);
    }

    private static void refused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOf(BadTable.class).hasMessage(message);
    }

    @Test
    void readsQuotedValuesAsRfc4180HasThem() {
        var row = only("a,b,c,d\r\n\"one, two\",\"say \"\"no\"\"\",\"two\nlines\",\" kept \"\r\n");
        assertThat(row.cells()).containsExactly("one, two", "say \"no\"", "two\nlines", " kept ");
    }

    @Test
    void leavesOutCommentsEmptyLinesAndBlanksAroundPlainValues() {
        var table = Csv.parse("t.csv", "\uFEFF# what it is\n\na , b\n# more\n 1 ,2\n\n3,# no comment\n");
        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(table.rows())
                .extracting(Csv.Row::cells)
                .containsExactly(List.of("1", "2"), List.of("3", "# no comment"));
        assertThat(table.rows()).extracting(Csv.Row::line).containsExactly(5, 7);
    }

    @Test
    void countsTheLinesOfValuesThatSpanSeveral() {
        var table = Csv.parse("t.csv", "a,b\n\"1\n2\n3\",x\n4,y\n");
        assertThat(table.rows()).extracting(Csv.Row::line).containsExactly(2, 5);
    }

    @Test
    void readsTheLastLineWithoutItsEnd() {
        assertThat(only("a,b\n1,").cells()).containsExactly("1", "");
        assertThat(only("a,b\n1,\"2\"").cells()).containsExactly("1", "2");
    }

    @Test
    void givesValuesByType() {
        var row = only("text,whole,decimal,yes,list,none\nx,42,0.5,yes,a; b ;c,\n");
        assertThat(row.text("text")).isEqualTo("x");
        assertThat(row.whole("whole")).isEqualTo(42);
        assertThat(row.optionalWhole("whole")).isEqualTo(42);
        assertThat(row.decimal("decimal")).isEqualTo(0.5);
        assertThat(row.yes("yes")).isTrue();
        assertThat(row.list("list")).containsExactly("a", "b", "c");
        assertThat(row.optional("none")).isNull();
        assertThat(row.optionalWhole("none")).isNull();
        assertThat(row.list("none")).isEmpty();
    }

    @Test
    void aMissingValueIsRefused() {
        refused(
                () -> only("a,b\n1,\n").text("b"),
                "t.csv, line 2, column b: nothing there, expected a value\nMaybe a comma is missing before it.");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        refused(
                () -> only("a,n\n1,64 GB\n").whole("n"),
                "t.csv, line 2, column n: '64 GB', expected a whole number\nMaybe it has a sign, a unit or a comma in it.");
        refused(
                () -> only("a,n\n1,many\n").decimal("n"),
                "t.csv, line 2, column n: 'many', expected a number\nMaybe it has a unit or a comma in it.");
    }

    @Test
    void aWordThatIsNotAllowedIsRefused() {
        refused(
                () -> only("a\nperhaps\n").yes("a"),
                "t.csv, line 2, column a: 'perhaps', expected one of yes, no\nMaybe it is misspelt.");
        refused(
                () -> only("source,status\nX,V3\n").sourced(),
                "t.csv, line 2, column status: 'V3', expected one of V1, V2, U\nMaybe it is misspelt.");
    }

    @Test
    void aRowWithoutSourceIsRefused() {
        refused(
                () -> only("source,status\n,V1\n").sourced(),
                "t.csv, line 2, column source: nothing there, expected a value\nMaybe a comma is missing before it.");
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        refused(
                () -> only("p\n(x\n").pattern("p"),
                "t.csv, line 2, column p: '(x', expected a regular expression\nMaybe it has this: Unclosed group.");
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        refused(
                () -> Csv.parse("t.csv", "a,b\n1,2\n1,2,3\n"),
                "t.csv, line 3: '1,2,3', expected 2 values as in the header, not 3"
                        + "\nMaybe a value holds a comma and lacks its quotes.");
    }

    @Test
    void stumblingQuotesAreRefused() {
        refused(
                () -> Csv.parse("t.csv", "a,b\n1,x\"y\n"),
                "t.csv, line 2: 'x\"', expected no quote inside a value"
                        + "\nMaybe the whole value is to stand in quotes, and a quote in it is to be doubled.");
        refused(
                () -> Csv.parse("t.csv", "a,b\n1,\"x\"y\n"),
                "t.csv, line 2: 'x', expected a comma or the end of the line after the closing quote"
                        + "\nMaybe a quote inside the value is not doubled.");
        refused(
                () -> Csv.parse("t.csv", "a,b\n1,\"x\n2,y\n"),
                "t.csv, line 2: 'x', expected a closing quote\nMaybe a quote inside the value is not doubled.");
    }

    @Test
    void aMissingOrDoubledColumnIsRefused() {
        refused(
                () -> Csv.parse("t.csv", "# c\nkey,valeu\n", "key", "value"),
                "t.csv, line 2, column value: nothing there, expected the column value"
                        + "\nMaybe the column is misspelt; the header has key, valeu.");
        refused(
                () -> Csv.parse("t.csv", "a,a\n"),
                "t.csv, line 1: 'a', expected column names that differ\nMaybe a column is doubled.");
        refused(
                () -> only("a\n1\n").text("b"),
                "t.csv, line 1, column b: nothing there, expected the column b\nMaybe the column is misspelt.");
    }

    @Test
    void aDoubledKeyIsRefused() {
        var table = Csv.parse("t.csv", "key\nx\ny\nx\n");
        refused(
                () -> table.by("key"),
                "t.csv, line 4, column key: 'x', expected a value that no other row has; line 2 has it too"
                        + "\nMaybe one of the two is a leftover.");
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(
                () -> Csv.parse("t.csv", "# nothing\n\n"),
                "t.csv: nothing there, expected a header row\nMaybe the file is empty or all comments.");
    }

    @Test
    void readsTheProjectsOwnTables() {
        assertThat(Csv.builtIn("limits.csv", "key", "value").rows()).isNotEmpty();
        refused(
                () -> Csv.builtIn("no-such.csv"),
                "no-such.csv: nothing there, expected a table"
                        + "\nMaybe its name is wrong, or the folder is not the one with the tables.");
    }

    @Test
    void readsAFileAndRefusesOneThatIsNotThere(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("f.csv"), "a\nü\n");
        assertThat(Csv.read(file, "a").rows().get(0).text("a")).isEqualTo("ü");
        var absent = folder.resolve("absent.csv");
        refused(
                () -> Csv.read(absent),
                absent + ": nothing there, expected a readable text file\nMaybe the path is wrong.");
    }

    @Test
    void aNumberIsPlainAndFitsWhatHoldsIt() {
        refused(
                () -> only("a,n\n1,-4\n").whole("n"),
                "t.csv, line 2, column n: '-4', expected a whole number\nMaybe it has a sign, a unit or a comma in it.");
        refused(
                () -> only("a,n\n1,99999999999\n").count("n"),
                "t.csv, line 2, column n: '99999999999', expected a number up to 2147483647"
                        + "\nMaybe a digit is too many.");
        for (var odd : List.of("NaN", "Infinity", "1d", "0x10", "1e3")) {
            refused(
                    () -> only("a,n\n1," + odd + "\n").decimal("n"),
                    "t.csv, line 2, column n: '" + odd + "', expected a number\nMaybe it has a unit or a comma in it.");
        }
    }

    @Test
    void aListWithAHoleIsRefused() {
        for (var list : List.of("a;;b", ";a", "a;")) {
            refused(
                    () -> only("l\n" + list + "\n").list("l"),
                    "t.csv, line 2, column l: '" + list + "', expected values separated by single semicolons"
                            + "\nMaybe one is missing or a semicolon is doubled.");
        }
    }
}
