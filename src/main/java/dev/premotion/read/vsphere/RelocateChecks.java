package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.VCenterCheck;
import dev.premotion.inventory.VCenterCheck.CheckFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks vCenter's own check ({@code CheckRelocate_Task} of its provisioning checker) about planned migrations. It changes
 * nothing: the check only looks.
 */
public final class RelocateChecks {

    /** The answer comes as a task, which is looked at again and again, ever more seldom. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Session session;
    private final Oddities oddities;
    private final Access access;
    private final @Nullable Elsewhere elsewhere;

    private RelocateChecks(Session session, Oddities oddities, Access access, @Nullable Elsewhere elsewhere) {
        this.session = session;
        this.oddities = oddities;
        this.access = access;
        this.elsewhere = elsewhere;
    }

    /**
     * One question.
     *
     * @param asked what is asked, without an answer
     * @param name of the VM and where it would go, for messages
     * @param destination name of the vCenter it would go to, where that is another one
     * @param nics what its network adapters would be connected to, one for each of the question's
     */
    public record Question(
            VCenterCheck asked, String name, @Nullable String destination, List<Connection> nics) {}

    /**
     * A network adapter that would be connected elsewhere.
     *
     * @param adapterType such as {@code vmxnet3}; absent where unknown
     * @param switchUuid of the distributed switch of the network; absent for other networks
     */
    public record Connection(
            int key,
            @Nullable String adapterType,
            Network network,
            @Nullable String switchUuid) {}

    /**
     * How vCenter logs in to another vCenter. Without it vCenter cannot be asked about migrations there: it would answer
     * without having looked.
     *
     * @param password never shown
     * @param thumbprint SHA-1 of the other vCenter's certificate, with colons; absent where vCenter trusts it anyway
     */
    public record Elsewhere(
            String user, char[] password, @Nullable String thumbprint) {

        /** Without the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * Asks all questions and puts the answers into the snapshot of the vCenter that was asked.
     *
     * @param captured a snapshot of just this vCenter
     * @param elsewhere how to log in to other vCenters; absent where those are not asked about
     * @throws BadInput where vCenter cannot be reached any more
     */
    public static Reading asked(
            Reading captured,
            Access access,
            List<Question> questions,
            @Nullable Elsewhere elsewhere,
            Consumer<String> progress) {
        var oddities = new Oddities(access.address().toString());
        var answers = new ArrayList<VCenterCheck>();
        try (var session = Session.open(access, oddities)) {
            var checks = new RelocateChecks(session, oddities, access, elsewhere);
            for (var question : questions) {
                var answer = checks.answer(question);
                if (answer != null) {
                    answers.add(answer);
                }
                progress.accept("vCenter's own check: " + answers.size() + " of " + questions.size());
            }
        }
        return with(captured, new Listing<>(answers, answers.size() == questions.size()), oddities.all());
    }

    private static Reading with(Reading captured, Listing<VCenterCheck> answers, List<QualityNote> more) {
        var vCenters = captured.inventory().vCenters().stream()
                .map(vCenter -> (VCenter)
                        Draft.of(vCenter).set("vCenterChecks", answers).build())
                .toList();
        var quality = new ArrayList<>(captured.quality());
        quality.addAll(more);
        return new Reading(
                new Inventory(vCenters, captured.inventory().links()),
                captured.origins(),
                List.copyOf(quality),
                captured.files());
    }

    private @Nullable VCenterCheck answer(Question question) {
        var other = question.asked().destination() != null;
        if (other && elsewhere == null) {
            oddities.add(
                    "CheckRelocate_Task",
                    "vCenter's own check was not asked about migrations to another vCenter, to which it would have to log"
                            + " in\nMaybe --destination-user and --destination-password-file help",
                    question.name());
            return null;
        }
        try {
            var task = session.call("vmProvisioningChecker", "CheckRelocate_Task", parameters(question));
            return answered(question, ended(task));
        } catch (VimFault e) {
            oddities.add(
                    "CheckRelocate_Task",
                    "vCenter's own check gave no answer (" + e.words() + "); whether it agrees is unknown"
                            + (e.type().equals("NoPermission")
                                    ? "\nMaybe the account needs the privilege System.View there"
                                    : ""),
                    question.name());
            return null;
        }
    }

    private String parameters(Question question) {
        var asked = question.asked();
        return Soap.reference("vm", "VirtualMachine", asked.vm()) + RelocateSpec.of(question, elsewhere);
    }

    /** What the task holds at its end. */
    private Value ended(Value task) throws VimFault {
        var end = access.clock().instant().plus(access.timeout());
        var pause = access.pause().dividedBy(4);
        while (true) {
            var found = new ArrayList<Value>();
            session.collector().values(task, "info", found::add);
            var info = found.isEmpty() ? null : found.get(0);
            var state = info == null || info.find("state") == null ? "" : text(info, "state");
            if (info != null && state.equals("success")) {
                return info;
            }
            if (info != null && state.equals("error")) {
                var fault = info.find("error.fault");
                throw new VimFault(fault == null ? "" : fault.type(), text(info, "error.localizedMessage"), "");
            }
            if (!access.clock().instant().isBefore(end)) {
                cancel(task);
                throw new VimFault("", "it took longer than " + access.timeout().toSeconds() + " seconds", "");
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            sleep(pause);
        }
    }

    private void cancel(Value task) {
        try {
            session.call(task, "CancelTask", "");
        } catch (VimFault e) {
            // It ends by itself; nobody waits for it any more.
            oddities.add("CheckRelocate_Task", "a check that took too long could not be cancelled", "");
        }
    }

    private static void sleep(Duration pause) throws VimFault {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VimFault("", "it was interrupted", "");
        }
    }

    /** One result for the host that was asked for, and perhaps one for the VM alone. */
    private static VCenterCheck answered(Question question, Value info) {
        var errors = new ArrayList<CheckFault>();
        var warnings = new ArrayList<CheckFault>();
        boolean whole = true;
        var results = info.all("result");
        for (var result : results) {
            whole &= faults(result.all("error"), errors);
            whole &= faults(result.all("warning"), warnings);
        }
        var known = whole && !results.isEmpty();
        return question.asked().answered(new Listing<>(errors, known), new Listing<>(warnings, known));
    }

    /** Adds faults; false where one does not say what it is. */
    private static boolean faults(List<Value> from, List<CheckFault> into) {
        boolean whole = true;
        for (var each : from) {
            var fault = each.find("fault");
            var message = text(each, "localizedMessage");
            whole &= fault != null && !fault.type().isEmpty();
            if (fault != null && !fault.type().isEmpty()) {
                var made = new CheckFault(fault.type(), message.isEmpty() ? null : message);
                if (!into.contains(made)) {
                    into.add(made);
                }
            }
        }
        return whole;
    }

    private static String text(Value value, String path) {
        var found = value.find(path);
        return found == null ? "" : found.text().strip();
    }
}
