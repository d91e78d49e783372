package dev.premotion.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises processors by the text that vSphere shows; the order of the rows counts. */
final class CpuModels {

    static final String[] COLUMNS = {"pattern", "vendor", "generation", "evc", "source", "status"};

    private final Map<Pattern, CpuModel> models = new LinkedHashMap<>();

    private final Memo<String, CpuModel> found = new Memo<>(this::find);

    private CpuModels() {}

    static CpuModels of(Csv table, EvcModes modes) {
        var models = new CpuModels();
        for (var row : table.by("pattern").values()) {
            models.models.put(row.pattern("pattern"), model(row, modes));
        }
        return models;
    }

    private static CpuModel model(Csv.Row row, EvcModes modes) {
        var evc = modes.get(row.optional("evc"));
        if (evc != null && !evc.listed()) {
            throw row.bad("evc", "a key of evc-modes.csv", "it is misspelt.");
        }
        var verified = row.sourced() != Status.U;
        return new CpuModel(row.oneOf("vendor", "intel", "amd"), row.optional("generation"), verified ? evc : null);
    }

    @Nullable
    CpuModel get(@Nullable String text) {
        return text == null ? null : found.get(text);
    }

    private @Nullable CpuModel find(String text) {
        for (var model : models.entrySet()) {
            if (model.getKey().matcher(text).find()) {
                return model.getValue();
            }
        }
        return null;
    }
}
