package dev.premotion.read.vsphere;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.ClockReading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session with a vCenter: logged in while it is open, logged out when it is closed. */
final class Session implements AutoCloseable {

    private static final int CLOCK_READINGS = 3;
    private static final Value SERVICE_INSTANCE = new Value("", "", "ServiceInstance", "ServiceInstance", List.of());

    private final Access access;
    private final Soap soap;
    private final Oddities oddities;
    private final Value content;

    private Session(Access access, Soap soap, Oddities oddities, Value content) {
        this.access = access;
        this.soap = soap;
        this.oddities = oddities;
        this.content = content;
    }

    /**
     * Logs in.
     *
     * @throws BadInput where that is not possible, saying why
     */
    static Session open(Access access, Oddities oddities) {
        var soap = new Soap(access, Api.VIM);
        var content = content(access, soap);
        var session = new Session(access, soap, oddities, content);
        var version = session.about("apiVersion");
        if (!"VirtualCenter".equals(session.about("apiType"))) {
            throw new BadInput(
                    access.address().toString(),
                    "",
                    "this is no vCenter but a host alone (" + session.about("fullName") + ")",
                    "the vCenter that manages it should be asked");
        }
        soap.speak(version);
        session.login();
        return session;
    }

    private static Value content(Access access, Soap soap) {
        try {
            return soap.call(SERVICE_INSTANCE, "RetrieveServiceContent", "");
        } catch (VimFault e) {
            throw new BadInput(
                    access.address().toString(),
                    "",
                    "this does not answer as a vCenter does (" + e.words() + ")",
                    "the address of the API is https://VCENTER/sdk");
        }
    }

    private void login() {
        try {
            call(
                    "sessionManager",
                    "Login",
                    Soap.element("userName", access.user()) + Soap.element("password", new String(access.password())));
        } catch (VimFault e) {
            var wrong = e.type().equals("InvalidLogin");
            throw new BadInput(
                    access.address().toString(),
                    "",
                    wrong ? "user name or password is wrong (" + access.user() + ")" : "it let nobody in: " + e.words(),
                    e.type().equals("NoPermission")
                            ? "the account has no role there: it needs read-only access"
                            : wrong
                                    ? "the name needs its domain, as in user@vsphere.local; several attempts lock an account"
                                    : "vCenter is restarting or has too many sessions");
        }
    }

    /** A property of {@code content.about}; empty where it is not said. */
    String about(String property) {
        var value = content.find("about." + property);
        return value == null ? "" : value.text().strip();
    }

    /** What the service instance says of itself, as a managed object. */
    Managed top() {
        return new Managed(
                "ServiceInstance",
                "ServiceInstance",
                Map.of("content", content),
                Map.of(),
                access.address().toString(),
                oddities);
    }

    /** A manager by its property in {@code content}; absent where this vCenter has none. */
    @Nullable
    Value manager(String property) {
        return content.find(property);
    }

    /** Calls a method of a manager. */
    Value call(String manager, String method, String parameters) throws VimFault {
        var object = manager(manager);
        if (object == null) {
            throw new VimFault("", "it has no " + manager, "");
        }
        return call(object, method, parameters);
    }

    Value call(Value object, String method, String parameters) throws VimFault {
        return soap.call(object, method, parameters);
    }

    <T> T call(Value object, String method, String parameters, Soap.Answer<T> answer) throws VimFault {
        return soap.call(object, method, parameters, answer);
    }

    /** All items that a method returns. */
    List<Value> list(Value object, String method, String parameters) throws VimFault {
        return soap.list(object, method, parameters);
    }

    Collector collector() {
        return new Collector(this, access.address().toString(), oddities);
    }

    /** Another API of the same vCenter, in this session. */
    Soap beside(String path, Api api) {
        return new Soap(access.at(path), api, soap.cookie());
    }

    /** Both clocks at one moment: of a few readings the one with the quickest answer. */
    @Nullable
    ClockReading clock() {
        ClockReading best = null;
        Duration quickest = null;
        for (int i = 0; i < CLOCK_READINGS; i++) {
            var before = access.clock().instant();
            try {
                var said = call(SERVICE_INSTANCE, "CurrentTime", "");
                var took = Duration.between(before, access.clock().instant());
                var time = new Part(top(), "serverClock", said).time("");
                if (time != null && (quickest == null || took.compareTo(quickest) < 0)) {
                    quickest = took;
                    best = new ClockReading(time, before.plus(took.dividedBy(2)));
                }
            } catch (VimFault e) {
                oddities.add("ServiceInstance CurrentTime", refused("the clocks could not be compared", e), "");
                return null;
            }
        }
        return best;
    }

    static String refused(String lost, VimFault fault) {
        return lost + " (" + fault.words() + "); what it would tell is unknown"
                + (fault.type().equals("NoPermission") ? "\nMaybe the account needs the privilege System.Read" : "");
    }

    /** Logs out; a failure to do so is nobody's concern any more. */
    @Override
    public void close() {
        try {
            call("sessionManager", "Logout", "");
        } catch (VimFault | BadInput e) {
            oddities.add("", "the session could not be closed; it ends by itself", "");
        }
    }
}
