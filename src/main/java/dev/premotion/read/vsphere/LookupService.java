package dev.premotion.read.vsphere;

import dev.premotion.inventory.BadInput;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a vCenter's lookup service lists: the vCenters of its linked group, and where tokens are issued, whose address ends
 * with the SSO domain. It asks for no login.
 *
 * @param ssoDomain absent where it does not say
 * @param siblings addresses of the other vCenters' APIs, sorted
 * @param partners instance UUIDs of the other vCenters; absent where the services are not known by them
 */
record LookupService(
        @Nullable String ssoDomain,
        List<String> siblings,
        @Nullable List<String> partners) {

    static final LookupService NONE = new LookupService(null, List.of(), null);

    private static final Value INSTANCE = new Value("", "", "LookupServiceInstance", "ServiceInstance", List.of());
    /**
     * Where tokens are issued: {@code https://psc.example/sts/STSService/vsphere.local}. Documentation names the path up to
     * STSService only; that the domain follows is what govmomi's recording of a vCenter and VMware's samples show. An
     * address of another form tells nothing.
     */
    private static final Pattern DOMAIN = Pattern.compile("/sts/STSService/([^/?]+)/?$");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** One registered service. */
    private record Service(String id, String type, List<String> urls) {}

    /** Asks the lookup service; what it does not tell stays unknown and is noted. */
    static LookupService read(Access access, String instanceUuid, Oddities oddities) {
        try {
            var soap = new Soap(access.at("/lookupservice/sdk"), Api.LOOKUP);
            var content = soap.call(INSTANCE, "RetrieveServiceContent", "");
            var registration = content.find("serviceRegistration");
            if (registration == null) {
                throw new VimFault("", "it lists no services", "");
            }
            var services = soap.list(registration, "List", "<filterCriteria/>");
            return of(services(services), instanceUuid, access.address());
        } catch (VimFault | BadInput e) {
            oddities.add(
                    "/lookupservice/sdk",
                    "the lookup service could not be read; the vCenters linked with this one and its SSO domain are"
                            + " unknown\nMaybe it is on another machine, as with an external Platform Services Controller",
                    "");
            return NONE;
        }
    }

    private static List<Service> services(List<Value> answer) {
        var services = new ArrayList<Service>();
        for (var each : answer) {
            var urls = each.all("serviceEndpoints").stream()
                    .map(endpoint -> text(endpoint, "url"))
                    .filter(url -> !url.isEmpty())
                    .toList();
            services.add(new Service(text(each, "serviceId"), text(each, "serviceType.type"), urls));
        }
        return services;
    }

    private static LookupService of(List<Service> services, String instanceUuid, URI own) {
        String domain = null;
        var siblings = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (var service : services) {
            for (var url : service.urls()) {
                domain = domain == null ? domain(url) : domain;
            }
            if (service.type().equals("vcenterserver")) {
                ids.add(service.id().toLowerCase(Locale.ROOT));
                service.urls().stream()
                        .filter(url -> url.endsWith("/sdk") && !service.id().equalsIgnoreCase(instanceUuid))
                        .filter(url -> !host(url).isEmpty() && !host(url).equalsIgnoreCase(own.getHost()))
                        .findFirst()
                        .ifPresent(siblings::add);
            }
        }
        siblings.sort(null);
        // Only where this vCenter is known by its own instance UUID are the others known by theirs.
        boolean known = ids.remove(instanceUuid.toLowerCase(Locale.ROOT))
                && ids.stream().allMatch(id -> UUID.matcher(id).matches());
        return new LookupService(
                domain, List.copyOf(siblings), known ? ids.stream().sorted().toList() : null);
    }

    /** The SSO domain in an address where tokens are issued; absent where it has none. */
    static @Nullable String domain(@Nullable String url) {
        var found = DOMAIN.matcher(url == null ? "" : url);
        return found.find() ? found.group(1) : null;
    }

    /** Empty where it is no address. */
    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String text(Value value, String path) {
        var found = value.find(path);
        return found == null ? "" : found.text().strip();
    }
}
