package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** Determines the targets of a request: the resources in its path and the people whose data the response contains. */
public final class AuditTargets {

    private static final String TARGET = "t:";
    private static final String PERSON = "p:";
    private static final String PSEUDONYM = "n:";

    /** Ids of Leeloo, of operations, audit entries, clients and keys. Other path segments may be personal data. */
    private static final int LEELOO_ID_LENGTH = 24;

    private static final Pattern ID = Pattern.compile(
            "[0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|cl_[0-9A-Za-z]{12}|(?=.*[0-9])(?=.*[A-Z])[0-9A-Za-z]{12}");

    /** Leeloo's ids are arbitrary texts, an index takes 2,700 bytes. */
    private static final int MAX_LENGTH = 200;

    private AuditTargets() {}

    static AuditEvent.Subject of(RequestContext context, HttpServletRequest request) {
        var route = context.route().map(MatchedRoute::action).orElse(null);
        var variables = variables(request);
        var tags = new ArrayList<String>();
        variables.values().stream()
                .filter(AuditTargets::isId)
                .map(AuditTargets::targetTag)
                .forEach(tags::add);
        context.audit().subjectIds().stream().map(AuditTargets::personTag).forEach(tags::add);
        var kind = variables.keySet().stream()
                .findFirst()
                .map(AuditTargets::kind)
                .orElseGet(() -> route == null ? null : route.substring(0, route.indexOf('.')));
        return new AuditEvent.Subject(
                route,
                kind,
                tags,
                context.operation().map(entry -> entry.operationId()).orElse(null));
    }

    public static boolean isId(String text) {
        return isLeelooId(text) || ID.matcher(text).matches();
    }

    /** The usual case, recognised without a regular expression. */
    private static boolean isLeelooId(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if ((character < '0' || character > '9') && (character < 'a' || character > 'f')) {
                return false;
            }
        }
        return text.length() == LEELOO_ID_LENGTH;
    }

    public static String targetTag(String id) {
        return TARGET + indexable(id);
    }

    public static String personTag(String id) {
        return PERSON + indexable(id);
    }

    private static String indexable(String id) {
        var text = id.replace("\0", "");
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }

    public static String pseudonymTag(String name) {
        return PSEUDONYM + name;
    }

    public static List<String> targetIds(List<String> tags) {
        return tags.stream()
                .filter(text -> text.startsWith(TARGET))
                .map(text -> text.substring(2))
                .toList();
    }

    public static List<String> personIds(List<String> tags) {
        return tags.stream()
                .filter(text -> text.startsWith(PERSON))
                .map(text -> text.substring(2))
                .toList();
    }

    private static Map<String, String> variables(HttpServletRequest request) {
        var variables = new LinkedHashMap<String, String>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> found) {
            found.forEach((name, value) -> variables.put(String.valueOf(name), lowerCaseId(String.valueOf(value))));
        }
        return variables;
    }

    /** Under {@code /leeloo}, a caller may write Leeloo's ids in capitals. */
    private static String lowerCaseId(String text) {
        var lowerCase = text.toLowerCase(Locale.ROOT);
        return isLeelooId(lowerCase) ? lowerCase : text;
    }

    private static @Nullable String kind(String variable) {
        return switch (variable) {
            case "toolId" -> "lead generation tool";
            case "categoryId" -> "template category";
            default -> variable.endsWith("Id") ? variable.substring(0, variable.length() - 2) : variable;
        };
    }
}
