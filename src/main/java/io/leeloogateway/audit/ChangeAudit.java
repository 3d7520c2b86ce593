package io.leeloogateway.audit;

import io.leeloogateway.audit.capture.AuditDetails;
import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.capture.RequestAuditor;
import io.leeloogateway.audit.query.FieldChangeView;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.ChangeEndRepository;
import io.leeloogateway.audit.store.PseudonymRepository;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.OperationRef;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UpstreamCall;
import io.leeloogateway.request.UuidV7Generator;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down of each change that it begins and what became of it, in the ledger's own transactions: no entry, no change. */
@Component
public class ChangeAudit {

    private final HttpServletRequest request;
    private final UuidV7Generator ids;
    private final AuditEventRepository events;
    private final PseudonymRepository pseudonyms;
    private final ChangeEndRepository endings;
    private final AuditProperties properties;

    ChangeAudit(
            HttpServletRequest request,
            UuidV7Generator ids,
            AuditEventRepository events,
            PseudonymRepository pseudonyms,
            ChangeEndRepository endings,
            AuditProperties properties) {
        this.request = request;
        this.ids = ids;
        this.events = events;
        this.pseudonyms = pseudonyms;
        this.endings = endings;
        this.properties = properties;
    }

    /** For how long at least it is known how a change began; later nothing can be added to its entry. */
    public Duration kept() {
        return properties.kept();
    }

    /** Prepares what is to be written, on the thread that serves the call. */
    public ChangeBegin open(UUID operationId, List<FieldChange> fields, ChangeTarget thing) {
        var context = RequestContext.current();
        var id = ids.next();
        var route = context.route().map(MatchedRoute::action).orElseThrow();
        var about = thing.ids().stream()
                .filter(AuditTargets::isId)
                .map(AuditTargets::target)
                .toList();
        var event = new AuditEvent(
                id,
                context.audit().entryId().orElse(id),
                AuditEvent.BEGUN,
                RequestAuditor.who(context, request),
                new AuditEvent.Subject(route, thing.kind(), about, operationId),
                AuditEvent.Result.OPEN,
                1,
                null,
                null);
        var personId = thing.kind().equals("person") ? thing.ids().getFirst() : null;
        return new ChangeBegin(event, fields, personId);
    }

    /** An entry about nobody's request, for a beginning that is taken back. */
    public ChangeBegin rehearsal(UUID operationId) {
        var nobody = new AuditEvent.Who("warm-up", null, null, null);
        var nothing = new AuditEvent.Subject(null, null, List.of(), operationId);
        var event = new AuditEvent(
                ids.next(), operationId, AuditEvent.BEGUN, nobody, nothing, AuditEvent.Result.OPEN, 1, null, null);
        return new ChangeBegin(event, List.of(), null);
    }

    /** Writes the beginning. */
    public void begin(ChangeBegin entry, JdbcClient ledger) {
        var contacts = entry.fields().stream()
                .filter(FieldChange.Contact.class::isInstance)
                .map(field -> ((FieldChange.Contact) field).normal())
                .toList();
        var names = pseudonyms.name(contacts, entry.personId(), ledger);
        var fields = entry.fields().stream().map(field -> shown(field, names)).toList();
        events.append(ledger, List.of(entry.event().with(fields, List.copyOf(names.values()))));
    }

    /** Writes what became of it; what it cost, only the call knows that sent it, however late that hears of it. */
    public void end(UUID operationId, ChangeEnd ending, JdbcClient ledger) {
        var story = new LinkedHashMap<String, Object>();
        story.put("by", ending.by());
        var context = RequestContext.find().filter(call -> sent(call, operationId));
        AuditDetails.attempts(context.map(call -> call.audit().upstreamCalls()).orElse(List.<UpstreamCall>of()), story);
        var calls = context.map(RequestContext::leelooCalls).orElse(0);
        endings.append(new ChangeEndRepository.Ending(ids.next(), operationId, ending, calls, story), ledger);
    }

    private static boolean sent(RequestContext call, UUID operationId) {
        return call.operation()
                .filter(new OperationRef(operationId, call.id())::equals)
                .isPresent();
    }

    private static FieldChangeView shown(FieldChange field, Map<String, String> names) {
        return switch (field) {
            case FieldChange.Value(var name, var value) -> new FieldChangeView(name, value, null);
            case FieldChange.Contact(var name, var normal) -> new FieldChangeView(name, null, names.get(normal));
            case FieldChange.Hidden(var name, var _) -> FieldChangeView.named(name);
        };
    }
}
