package dev.premotion.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Expected values instead of pages: memory is cut into stretches, each with the share of its pages that is to be sent
 * and the share that is in the log. A sweep's trace is exact; random writes are their expectation, which for a sum over
 * many independent pages is also what happens.
 */
final class ExpectedMemory implements GuestMemory {
    /** A stretch up to {@code end}, from where the one before it ended. */
    private static final class Stretch {
        double end;
        double toSend;
        double logged;

        Stretch(double end, double toSend, double logged) {
            this.end = end;
            this.toSend = toSend;
            this.logged = logged;
        }
    }

    /** How much hotter the first page of a stretch may be than its last where heat follows Zipf's law. */
    static final double GRAIN = 1.25;

    private static final double TINY = 1e-9;

    private final MemoryShape shape;
    private final List<PlacedRegion> written;
    private final double[] sweepAt;
    private final double zeroTo;
    private final double zeroFrom;
    private final List<Stretch> stretches = new ArrayList<>();
    private double cursor;
    private double clock;

    ExpectedMemory(MemoryShape shape) {
        this.shape = shape;
        this.written = shape.placed(GRAIN);
        this.sweepAt =
                written.stream().mapToDouble(each -> each.region().startPage()).toArray();
        this.zeroTo = shape.lowZeroPages();
        this.zeroFrom = shape.zeroFrom();
        if (shape.pages() > 0) {
            stretches.add(new Stretch(shape.pages(), 1, 0));
        }
    }

    @Override
    public void run(double seconds, double speed) {
        for (int i = 0; i < sweepAt.length; i++) {
            PlacedRegion each = written.get(i);
            Region region = each.region();
            double work = speed * region.pace().work(clock, clock + seconds);
            if (region.pattern() instanceof Region.WritePattern.Random) {
                log(each.first(), each.end(), region.touchedShare(work));
            } else {
                sweep(i, each, region.pagesPerSecond() * work);
            }
        }
        clock += seconds;
    }

    private void sweep(int i, PlacedRegion each, double pages) {
        double size = each.region().pages();
        double from = sweepAt[i] % size;
        double to = from + Math.min(size, pages);
        log(each.first() + from, each.first() + Math.min(to, size), 1);
        if (to > size) {
            log(each.first(), each.first() + to - size, 1);
        }
        sweepAt[i] = (from + pages) % size;
    }

    private void log(double from, double to, double share) {
        if (to - from <= TINY || share <= 0) {
            return;
        }
        for (int i = startingAt(from), last = startingAt(to); i < last; i++) {
            Stretch each = stretches.get(i);
            each.logged = 1 - (1 - each.logged) * (1 - share);
        }
    }

    /** The stretch that starts at this page, cutting one in two where needed; their number at the end of memory. */
    private int startingAt(double page) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (stretches.get(middle).end - TINY > page) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        double start = low == 0 ? 0 : stretches.get(low - 1).end;
        if (low == stretches.size() || page - start <= TINY) {
            return low;
        }
        Stretch each = stretches.get(low);
        stretches.add(low, new Stretch(page, each.toSend, each.logged));
        return low + 1;
    }

    @Override
    public double sync() {
        double joined = 0;
        double start = 0;
        for (Stretch each : stretches) {
            joined += (each.end - start) * each.logged * (1 - each.toSend);
            each.toSend = 1 - (1 - each.toSend) * (1 - each.logged);
            each.logged = 0;
            start = each.end;
        }
        mergeEqual();
        return joined;
    }

    private void mergeEqual() {
        var merged = new ArrayList<Stretch>(stretches.size());
        for (Stretch each : stretches) {
            Stretch last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.toSend == each.toSend && last.logged == each.logged) {
                last.end = each.end;
            } else {
                merged.add(each);
            }
        }
        stretches.clear();
        stretches.addAll(merged);
    }

    @Override
    public double pending() {
        return between(0, shape.pages());
    }

    @Override
    public double pendingZero() {
        return shape.zeroPages() == 0 ? 0 : between(0, zeroTo) + between(zeroFrom, shape.pages());
    }

    private double between(double from, double to) {
        double sum = 0;
        double start = 0;
        for (Stretch each : stretches) {
            double overlap = Math.min(to, each.end) - Math.max(from, start);
            sum += overlap > 0 ? overlap * each.toSend : 0;
            start = each.end;
        }
        return sum;
    }

    @Override
    public boolean nextIsZero() {
        return pendingZero() > TINY && (between(cursor, zeroTo) > TINY || between(cursor, zeroFrom) <= TINY);
    }

    @Override
    public double ahead() {
        double zero = pendingZero();
        if (zero <= TINY) {
            return pending();
        }
        double low = between(cursor, zeroTo);
        double middle = between(Math.max(cursor, zeroTo), zeroFrom);
        return low > TINY ? low : middle > TINY ? middle : zero;
    }

    @Override
    public double loggedAhead(double pages) {
        double[] left = {pages};
        return loggedIn(cursor, shape.pages(), left) + loggedIn(0, cursor, left);
    }

    /** Among the pages to send between two places, as many as are left to look at. */
    private double loggedIn(double from, double to, double[] left) {
        double found = 0;
        double start = 0;
        for (Stretch each : stretches) {
            double overlap = Math.min(to, each.end) - Math.max(from, start);
            if (overlap > 0 && left[0] > 0) {
                double looked = Math.min(left[0], overlap * each.toSend);
                found += looked * each.logged;
                left[0] -= looked;
            }
            start = each.end;
        }
        return found;
    }

    @Override
    public void send(double pages) {
        double left = pages - sendUntil(shape.pages(), pages);
        if (left > TINY) {
            cursor = 0;
            sendUntil(shape.pages(), left);
        }
        mergeEqual();
    }

    /** Sends from the cursor on, at most so many pages and not beyond {@code end}; returns how many went. */
    private double sendUntil(double end, double pages) {
        double sent = 0;
        for (int i = startingAt(cursor); i < stretches.size() && sent < pages - TINY && cursor < end - TINY; i++) {
            Stretch each = stretches.get(i);
            double all = (each.end - cursor) * each.toSend;
            double left = pages - sent;
            if (all > left) {
                double to = cursor + left / each.toSend;
                startingAt(to);
                stretches.get(i).toSend = 0;
                cursor = to;
                return pages;
            }
            sent += all;
            each.toSend = 0;
            cursor = each.end;
        }
        return sent;
    }

    @Override
    public void sendAll() {
        stretches.forEach(each -> each.toSend = 0);
        mergeEqual();
    }
}
