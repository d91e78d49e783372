package dev.premotion.read.vsphere;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.ClockReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session with a vCenter: logged in while it is open, logged out when it is closed. */
final class Session implements AutoCloseable {

    /** Objects of one answer. */
    private static final int PAGE = 100;

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

    /** All items that a method returns. */
    List<Value> list(Value object, String method, String parameters) throws VimFault {
        return soap.list(object, method, parameters);
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

    /** Reads properties of one object. */
    void object(Value object, Consumer<Managed> each) throws VimFault {
        var paths = Map.of(object.kind(), Wanted.paths(object.kind(), about("apiVersion")));
        retrieve(paths, "<objectSet>" + Soap.reference("obj", object.kind(), object.text()) + "</objectSet>", each);
    }

    /** Reads a property of one object that holds a reference. */
    void reference(Value object, String path, Consumer<Value> each) throws VimFault {
        values(object, path, value -> {
            if (!value.kind().isEmpty()) {
                each.accept(value);
            }
        });
    }

    /** Reads a property of one object, whole. */
    void values(Value object, String path, Consumer<Value> each) throws VimFault {
        var spec = "<specSet><propSet>" + Soap.element("type", object.kind()) + Soap.element("pathSet", path)
                + "</propSet><objectSet>" + Soap.reference("obj", object.kind(), object.text())
                + "</objectSet></specSet><options/>";
        var answer = call("propertyCollector", "RetrievePropertiesEx", spec);
        for (var property : answer.all("objects.propSet")) {
            var value = property.find("val");
            if (value != null) {
                each.accept(value);
            }
        }
    }

    /** Reads all objects of some types, page by page. */
    void objects(List<String> types, Consumer<Managed> each) throws VimFault {
        var root = manager("rootFolder");
        if (root == null) {
            throw new VimFault("", "it shows no root folder", "");
        }
        var kinds = new StringBuilder();
        types.forEach(type -> kinds.append(Soap.element("type", type)));
        var view = call(
                "viewManager",
                "CreateContainerView",
                Soap.reference("container", root.kind(), root.text()) + kinds + Soap.element("recursive", "true"));
        var paths = new LinkedHashMap<String, List<String>>();
        types.forEach(type -> paths.put(type, Wanted.paths(type, about("apiVersion"))));
        var through = "<objectSet>" + Soap.reference("obj", view.kind(), view.text())
                + "<skip>true</skip><selectSet xsi:type=\"TraversalSpec\"><name>view</name><type>ContainerView</type>"
                + "<path>view</path><skip>false</skip></selectSet></objectSet>";
        var itself = types.contains(root.kind())
                ? "<objectSet>" + Soap.reference("obj", root.kind(), root.text()) + "</objectSet>"
                : "";
        retrieve(paths, itself + through, each);
    }

    /** A path that the server does not know is left out and the rest asked for again. */
    private void retrieve(Map<String, List<String>> wanted, String objects, Consumer<Managed> each) throws VimFault {
        var paths = new LinkedHashMap<>(wanted);
        while (true) {
            var seen = new ArrayList<Managed>();
            try {
                var specs = new StringBuilder("<specSet>");
                paths.forEach((type, list) -> {
                    specs.append("<propSet>").append(Soap.element("type", type));
                    list.forEach(path -> specs.append(Soap.element("pathSet", path)));
                    specs.append("</propSet>");
                });
                specs.append(objects).append("</specSet>");
                var options = "<options>" + Soap.element("maxObjects", Integer.toString(PAGE)) + "</options>";
                var token = page("RetrievePropertiesEx", specs + options, seen);
                while (true) {
                    seen.forEach(each);
                    seen.clear();
                    if (token.isEmpty()) {
                        return;
                    }
                    token = page("ContinueRetrievePropertiesEx", Soap.element("token", token), seen);
                }
            } catch (VimFault e) {
                if (!e.type().equals("InvalidProperty") || !without(paths, e.detail())) {
                    throw e;
                }
                oddities.add(
                        e.detail(),
                        "this vCenter does not know a property that it should have; what it would tell is unknown",
                        e.detail());
            }
        }
    }

    private static boolean without(Map<String, List<String>> paths, String path) {
        boolean found = false;
        for (var entry : paths.entrySet()) {
            var fewer = entry.getValue().stream()
                    .filter(each -> !each.equals(path) && !each.startsWith(path + "."))
                    .toList();
            found |= fewer.size() < entry.getValue().size();
            entry.setValue(fewer);
        }
        return found;
    }

    /** One page; returns the token of the next one, empty where there is none. */
    private String page(String method, String parameters, List<Managed> into) throws VimFault {
        var collector = manager("propertyCollector");
        if (collector == null) {
            throw new VimFault("", "it has no property collector", "");
        }
        return soap.call(collector, method, parameters, xml -> {
            if (!Soap.start(xml)) {
                return ""; // nothing to be seen
            }
            return ContentReader.page(xml, access.address().toString(), oddities, into::add);
        });
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
