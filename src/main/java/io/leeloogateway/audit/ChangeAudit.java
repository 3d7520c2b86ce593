package io.leeloogateway.audit;

import io.leeloogateway.audit.FieldChange.Contact;
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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records the begin and the end of each change in the transaction of the operation: without an audit event there is no change. */
@Component
public class ChangeAudit {

    /** Leeloo accepts any number of people in an import, and a list of entries is read into memory. */
    private static final int MAX_LISTED_CONTACTS = 100;

    private final UuidV7Generator ids;
    private final AuditEventRepository events;
    private final PseudonymRepository pseudonyms;
    private final ChangeEndRepository changeEnds;
    private final AuditProperties properties;

    ChangeAudit(
            UuidV7Generator ids,
            AuditEventRepository events,
            PseudonymRepository pseudonyms,
            ChangeEndRepository changeEnds,
            AuditProperties properties) {
        this.ids = ids;
        this.events = events;
        this.pseudonyms = pseudonyms;
        this.changeEnds = changeEnds;
        this.properties = properties;
    }

    /** The time for which the begin event of a change certainly exists. Later nothing can be added to its entry. */
    public Duration minimumRetention() {
        return properties.minimumRetention();
    }

    /** Prepares the begin event on the thread that serves the request. */
    public ChangeBegin prepare(UUID operationId, List<FieldChange> fields, ChangeTarget target) {
        var context = RequestContext.current();
        var id = ids.next();
        var route = context.route().map(MatchedRoute::action).orElseThrow();
        var tags = target.ids().stream()
                .filter(AuditTargets::isId)
                .map(AuditTargets::targetTag)
                .toList();
        var event = new AuditEvent(
                id,
                context.audit().entryId().orElse(id),
                AuditEvent.BEGUN,
                RequestAuditor.actor(context),
                new AuditEvent.Subject(route, target.kind(), tags, operationId),
                AuditEvent.Result.OPEN,
                1,
                null,
                AuditDetails.ofBegin(context));
        var personId = target.kind().equals("person") ? target.ids().getFirst() : null;
        return new ChangeBegin(event, fields, personId);
    }

    /** Prepares a begin event that belongs to no request and is undone. */
    public ChangeBegin prepareWarmUp(UUID operationId) {
        var actor = new AuditEvent.Actor("warm-up", null, null, null);
        var subject = new AuditEvent.Subject(null, null, List.of(), operationId);
        var event = new AuditEvent(
                ids.next(), operationId, AuditEvent.BEGUN, actor, subject, AuditEvent.Result.OPEN, 1, null, null);
        return new ChangeBegin(event, List.of(FieldChange.email("email", operationId + "@warm-up.invalid")), null);
    }

    /** Writes the begin event. It is tagged with all pseudonyms, also with those that its fields do not list. */
    public void recordBegin(ChangeBegin change, JdbcClient database) {
        var contacts = contacts(change.fields()).map(Contact::normalized).toList();
        var pseudonymsByContact = pseudonyms.findOrCreate(contacts, change.personId(), database);
        var listed = contacts(change.fields()).limit(MAX_LISTED_CONTACTS).collect(Collectors.toSet());
        var fields = change.fields().stream()
                .map(field -> view(field, listed, pseudonymsByContact))
                .distinct()
                .toList();
        events.append(database, List.of(change.event().withChanges(fields, List.copyOf(pseudonymsByContact.values()))));
    }

    /** Writes the end event. Calls to Leeloo are known only if the current request sent the change. */
    public void recordEnd(UUID operationId, ChangeEnd changeEnd, JdbcClient database) {
        var details = new LinkedHashMap<String, Object>();
        details.put("by", changeEnd.by());
        var context = RequestContext.find().filter(request -> isSentBy(request, operationId));
        if (!changeEnd.isLater()) {
            context.ifPresent(request -> request.audit().setRecordedStatus(changeEnd.status()));
        }
        AuditDetails.addUpstreamCalls(
                context.map(request -> request.audit().upstreamCalls()).orElse(List.<UpstreamCall>of()), details);
        var leelooCalls = context.map(RequestContext::leelooCalls).orElse(0);
        changeEnds.append(
                new ChangeEndRepository.EndEvent(ids.next(), operationId, changeEnd, leelooCalls, details), database);
    }

    private static boolean isSentBy(RequestContext request, UUID operationId) {
        return request.operation()
                .filter(new OperationRef(operationId, request.id())::equals)
                .isPresent();
    }

    private static Stream<Contact> contacts(List<FieldChange> fields) {
        return fields.stream().filter(Contact.class::isInstance).map(Contact.class::cast);
    }

    private static FieldChangeView view(
            FieldChange field, Set<Contact> listed, Map<String, String> pseudonymsByContact) {
        return switch (field) {
            case FieldChange.Value(var name, var value) -> new FieldChangeView(name, value, null);
            case Contact contact when !listed.contains(contact) -> FieldChangeView.named(contact.field());
            case Contact(var name, var normalized) ->
                new FieldChangeView(name, null, pseudonymsByContact.get(normalized));
            case FieldChange.Hidden(var name, var _) -> FieldChangeView.named(name);
        };
    }
}
