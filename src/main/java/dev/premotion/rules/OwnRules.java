package dev.premotion.rules;

import dev.premotion.assessment.Card;
import dev.premotion.assessment.Questions;
import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.builder.Message.Level;

/**
 * Rules of one's own: a folder with DRL and cards like {@code rules/}, held to the same form and judged beside the built-in
 * ones. What Drools makes of them is kept in a cache by the digest of all files, since compiling takes seconds.
 */
public final class OwnRules {

    private static final String GROUP = "own";
    private static final String ARTIFACT = "rules";

    /** Part of the cache's key: what another Drools, or another form of the cache, made is never read. */
    private static final String CACHE_FORM = "drools-10.2.0-1";

    private final Path folder;
    private final Rulebook.Content content;

    private OwnRules(Path folder, Rulebook.Content content) {
        this.folder = folder;
        this.content = content;
    }

    /**
     * Reads and checks a folder of rules.
     *
     * @throws BadInput naming each mistake with file, rule and, where Drools tells it, the place
     */
    public static OwnRules read(Path folder) {
        try {
            return new OwnRules(folder, RulebookBuilder.own(folder));
        } catch (IllegalStateException e) {
            throw bad(folder, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new BadInput(
                    folder.toString(), "", "The folder of rules cannot be read.", "another folder is meant.");
        }
    }

    /** SHA-256 over rules and cards. */
    public String digest() {
        return content.digest();
    }

    /**
     * The built-in rules and these together.
     *
     * @param cache a folder for what was compiled; made where it is not there
     * @throws BadInput where an id is taken, or Drools does not take a rule
     */
    public Preflight with(Preflight builtIn, Path cache) {
        var cards = new TreeMap<String, Card>(builtIn.rulebook().cards());
        for (var card : content.cards()) {
            if (cards.put(card.id(), card) != null) {
                throw bad(folder, file(card.id()) + "rule " + card.id() + ": a built-in rule has this id");
            }
        }
        var questions = new LinkedHashMap<>(builtIn.rulebook().questions().known());
        var rulebook = new Rulebook(
                cards,
                new Questions(questions),
                builtIn.rulebook().tables(),
                builtIn.rulebook().digest());
        return new Preflight(CompiledRules.load(compiled(cache)), rulebook);
    }

    private Path compiled(Path cache) {
        var file = cache.resolve(content.digest() + "-" + CACHE_FORM + ".jar");
        try {
            if (!Files.isRegularFile(file)) {
                Files.createDirectories(cache);
                var part = Files.createTempFile(cache, "rules", ".part");
                Files.write(part, compile());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new BadInput(
                    cache.toString(),
                    "",
                    "What was compiled of " + folder + " cannot be kept here.",
                    "XDG_CACHE_HOME names a folder that can be written.");
        }
    }

    private byte[] compile() throws IOException {
        var services = KieServices.get();
        var files = services.newKieFileSystem();
        files.generateAndWritePomXML(services.newReleaseId(GROUP, ARTIFACT, "1"));
        for (var drl : drl()) {
            files.write("src/main/resources/own/" + drl.getFileName(), Files.readString(drl));
        }
        var builder =
                services.newKieBuilder(files, OwnRules.class.getClassLoader()).buildAll(ExecutableModelProject.class);
        var errors = builder.getResults().getMessages(Level.ERROR);
        if (!errors.isEmpty()) {
            var words = new LinkedHashSet<String>();
            for (var error : errors) {
                words.add(words(error));
            }
            throw bad(folder, String.join("\n  ", words));
        }
        return ((InternalKieModule) builder.getKieModule()).getBytes();
    }

    private List<Path> drl() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList());
        }
    }

    private String words(Message message) throws IOException {
        var path = Objects.requireNonNullElse(message.getPath(), "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        var file = folder.resolve(name);
        var text = Files.isRegularFile(file) ? Files.readString(file) : "";
        return new DrlText(name, text).untaken(message.getLine(), message.getText());
    }

    /** The file of a rule, as a message begins; empty where it cannot be told. */
    private String file(String rule) {
        try {
            for (var drl : drl()) {
                if (Files.readString(drl).contains("\"" + rule + "\"")) {
                    return drl.getFileName() + ", ";
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    private static BadInput bad(Path folder, String problems) {
        return new BadInput(
                folder.toString(), "", problems, "CONTRIBUTING.md, \"Add a rule in five minutes\", shows the form.");
    }

    /** Where the model classes are listed in what was compiled. */
    static String models() {
        return "META-INF/kie/" + GROUP + "/" + ARTIFACT + "/drools-model";
    }
}
