package dev.premotion.read.vsphere;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads objects and their properties through the property collector of a vCenter. */
final class Collector {

    /** Objects of one answer. */
    private static final int PAGE = 100;

    private final Session session;
    private final String file;
    private final Oddities oddities;

    /** @param file as it stands in messages and origins */
    Collector(Session session, String file, Oddities oddities) {
        this.session = session;
        this.file = file;
        this.oddities = oddities;
    }

    /** Reads properties of one object. */
    void object(Value object, Consumer<Managed> each) throws VimFault {
        var paths = Map.of(object.kind(), Wanted.paths(object.kind(), session.about("apiVersion")));
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
        var answer = session.call("propertyCollector", "RetrievePropertiesEx", spec);
        for (var property : answer.all("objects.propSet")) {
            var value = property.find("val");
            if (value != null) {
                each.accept(value);
            }
        }
    }

    /** Reads all objects of some types, page by page. */
    void objects(List<String> types, Consumer<Managed> each) throws VimFault {
        var root = session.manager("rootFolder");
        if (root == null) {
            throw new VimFault("", "it shows no root folder", "");
        }
        var kinds = new StringBuilder();
        types.forEach(type -> kinds.append(Soap.element("type", type)));
        var view = session.call(
                "viewManager",
                "CreateContainerView",
                Soap.reference("container", root.kind(), root.text()) + kinds + Soap.element("recursive", "true"));
        var paths = new LinkedHashMap<String, List<String>>();
        types.forEach(type -> paths.put(type, Wanted.paths(type, session.about("apiVersion"))));
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
        var collector = session.manager("propertyCollector");
        if (collector == null) {
            throw new VimFault("", "it has no property collector", "");
        }
        return session.call(collector, method, parameters, xml -> {
            if (!Soap.start(xml)) {
                return ""; // nothing to be seen
            }
            return ContentReader.page(xml, file, oddities, into::add);
        });
    }
}
