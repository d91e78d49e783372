package dev.premotion.read.rvtools;

import dev.premotion.read.rvtools.SheetSource.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rows that another thread takes out of the file while those before are made use of. Their order is that of the file. A
 * sheet of a few rows is read without any other thread.
 */
final class Ahead implements Rows {

    private static final int BATCH = 256;
    private static final int WAITING = 4;

    /**
     * Some rows.
     *
     * @param failure what kept the reader from going on after them; absent where nothing did
     * @param last whether no more come
     */
    private record Batch(List<SheetRow> rows, @Nullable Throwable failure, boolean last) {}

    private final Rows rows;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
    private Batch batch;
    private int next;
    private @Nullable Thread reader;

    Ahead(Rows rows) {
        this.rows = rows;
        this.batch = read();
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        while (next == batch.rows.size()) {
            if (batch.failure instanceof Error error) {
                throw error;
            }
            if (batch.failure != null) {
                throw new IOException(batch.failure.getMessage(), batch.failure);
            }
            if (batch.last) {
                return null;
            }
            batch = following();
            next = 0;
        }
        return batch.rows.get(next++);
    }

    private Batch following() throws IOException {
        if (reader == null) {
            reader = new Thread(this::readAll, "reads a sheet");
            reader.setDaemon(true);
            reader.start();
        }
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }

    private void readAll() {
        try {
            for (boolean last = false; !last; ) {
                var read = readOrFail();
                queue.put(read);
                last = read.last;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody wants the rest
        }
    }

    /** Whoever waits for rows has to hear of it when the memory is full. */
    private Batch readOrFail() {
        try {
            return read();
        } catch (Error e) {
            return new Batch(List.of(), e, true);
        }
    }

    private Batch read() {
        var read = new ArrayList<SheetRow>(BATCH);
        try {
            while (read.size() < BATCH) {
                var row = rows.next();
                if (row == null) {
                    return new Batch(read, null, true);
                }
                read.add(row);
            }
            return new Batch(read, null, false);
        } catch (IOException | RuntimeException e) { // the parser throws kinds of its own on broken XML
            return new Batch(read, e, true);
        }
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.interrupt();
            try {
                reader.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        rows.close();
    }
}
