package dev.premotion.read.rvtools;

import java.io.IOException;
import java.util.stream.Stream;

/** Where the rows of a sheet come from: a sheet of a workbook or a file of a CSV export. */
interface SheetSource {

    /** What it is called. */
    String name();

    /**
     * Its rows, streamed; closing the stream closes what is behind it.
     *
     * @throws IOException where it cannot be opened
     */
    Stream<SheetRow> open() throws IOException;
}
