package dev.premotion.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premotion.report.Result.Pass;
import dev.premotion.report.Result.Range;
import dev.premotion.report.Result.Run;
import org.jspecify.annotations.Nullable;

/** A simulated migration for the page's script: to the millisecond, which is more than anybody can see. */
final class PageRuns {

    private static final double THOUSAND = 1000;

    private PageRuns() {}

    static ObjectNode of(ObjectMapper mapper, PagePool pool, Run run) {
        ObjectNode node = mapper.createObjectNode();
        node.put("id", run.id());
        node.put("vm", Untrusted.visible(run.vm()));
        node.put("state", Untrusted.visible(run.state()));
        if (run.reason() != null) {
            node.put("reason", Untrusted.visible(run.reason()));
        }
        if (run.conditional()) {
            node.put("conditional", true);
        }
        node.put("waited", rounded(run.waitedSeconds()));
        node.put("start", rounded(run.startSeconds()));
        node.put("end", rounded(run.endSeconds()));
        node.put("bytes", run.bytesSent());
        node.put("stun", rounded(run.stunMillis()));
        if (!run.stunModelled()) {
            node.put("stunNotModelled", true);
        }
        node.put("slowdown", rounded(run.guestSlowdown()));
        range(node, "durationRange", run.range());
        range(node, "stunRange", run.stunRange());
        ArrayNode passes = node.putArray("passes");
        run.passes().forEach(pass -> pass(passes.addArray(), pass));
        node.set("assumptions", pool.numbers(run.assumptions()));
        return node;
    }

    /** In the order kind, bytes, seconds, bytes dirtied meanwhile. */
    private static void pass(ArrayNode node, Pass pass) {
        node.add(Untrusted.visible(pass.kind()))
                .add(pass.bytes())
                .add(rounded(pass.seconds()))
                .add(pass.dirtyBytes());
    }

    private static void range(ObjectNode node, String name, @Nullable Range range) {
        if (range != null) {
            node.putArray(name)
                    .add(rounded(range.low()))
                    .add(rounded(range.likely()))
                    .add(rounded(range.high()));
        }
    }

    /** To a thousandth. */
    static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
