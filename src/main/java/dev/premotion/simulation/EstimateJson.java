package dev.premotion.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An estimate in the promised JSON (design, section 10). */
public final class EstimateJson {
    private EstimateJson() {}

    /** The JSON, indented, without a line end. */
    public static String write(Estimate estimate) {
        Outcome outcome = estimate.outcome();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("converged", outcome.converged());
        json.put("rounds", outcome.passes().size());
        json.put("totalSeconds", rounded(outcome.totalSeconds(), 1e3));
        json.put("stunMillis", rounded(outcome.stunSeconds() * 1e3, 10));
        if (outcome.traceStopSeconds() > 0) {
            json.put("traceStopMillis", rounded(outcome.traceStopSeconds() * 1e3, 10));
        }
        if (!estimate.request().supported()) {
            json.put("supported", false);
        }
        json.put("bytesSent", Math.round(outcome.bytesSent()));
        json.put("throttlePercent", Math.round(outcome.throttle() * 100));
        var passes = json.putArray("passes");
        outcome.passes()
                .forEach(pass -> passes.addObject()
                        .put("bytes", pass.bytes())
                        .put("seconds", rounded(pass.seconds(), 1e6))
                        .put("dirtyBytes", pass.dirtyBytes()));
        if (estimate.knifeEdge()) {
            json.put("knifeEdge", true);
        }
        if (estimate.range() != null) {
            range(json.putObject("range"), estimate.range());
        }
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values always writes", e);
        }
    }

    private static void range(ObjectNode json, Estimate.Ranges ranges) {
        json.put("runs", ranges.runs()).put("converged", ranges.converged());
        put(json, "totalSeconds", ranges.totalSeconds(), 1e3);
        put(json, "stunMillis", ranges.stunMillis(), 10);
        put(json, "bytesSent", ranges.bytesSent(), 1);
        put(json, "rounds", ranges.rounds(), 1);
        put(json, "throttlePercent", ranges.throttlePercent(), 1);
    }

    private static void put(ObjectNode json, String name, Range range, double digits) {
        ObjectNode node = json.putObject(name);
        if (digits == 1) {
            node.put("low", Math.round(range.low()))
                    .put("likely", Math.round(range.likely()))
                    .put("high", Math.round(range.high()));
        } else {
            node.put("low", rounded(range.low(), digits))
                    .put("likely", rounded(range.likely(), digits))
                    .put("high", rounded(range.high(), digits));
        }
    }

    private static double rounded(double value, double digits) {
        return Math.round(value * digits) / digits;
    }
}
