package io.leeloogateway.audit;

import io.leeloogateway.request.LedgerEntry;
import io.leeloogateway.request.LeelooAttempt;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeOrderedIds;
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
public class ChangeDiary {

    private final HttpServletRequest request;
    private final TimeOrderedIds ids;
    private final Events events;
    private final Pseudonyms pseudonyms;
    private final Endings endings;
    private final AuditProperties properties;

    ChangeDiary(
            HttpServletRequest request,
            TimeOrderedIds ids,
            Events events,
            Pseudonyms pseudonyms,
            Endings endings,
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
    public ChangeEntry open(UUID operationId, List<Changed> fields, ChangedThing thing) {
        var context = RequestContext.current();
        var id = ids.next();
        var route = context.route().map(MatchedRoute::operation).orElseThrow();
        var about =
                thing.ids().stream().filter(Targets::isId).map(Targets::target).toList();
        var event = new Event(
                id,
                context.notes().entry().orElse(id),
                Event.BEGUN,
                Registrar.who(context, request),
                new Event.Subject(route, thing.kind(), about, operationId),
                Event.Result.OPEN,
                1,
                null,
                null);
        var personId = thing.kind().equals("person") ? thing.ids().getFirst() : null;
        return new ChangeEntry(event, fields, personId);
    }

    /** An entry about nobody's request, for a beginning that is taken back. */
    public ChangeEntry rehearsal(UUID operationId) {
        var nobody = new Event.Who("warm-up", null, null, null);
        var nothing = new Event.Subject(null, null, List.of(), operationId);
        var event = new Event(ids.next(), operationId, Event.BEGUN, nobody, nothing, Event.Result.OPEN, 1, null, null);
        return new ChangeEntry(event, List.of(), null);
    }

    /** Writes the beginning. */
    public void begin(ChangeEntry entry, JdbcClient ledger) {
        var contacts = entry.fields().stream()
                .filter(Changed.Contact.class::isInstance)
                .map(field -> ((Changed.Contact) field).normal())
                .toList();
        var names = pseudonyms.name(contacts, entry.personId(), ledger);
        var fields = entry.fields().stream().map(field -> shown(field, names)).toList();
        events.append(ledger, List.of(entry.event().with(fields, List.copyOf(names.values()))));
    }

    /** Writes what became of it; what it cost, only the call knows that sent it, however late that hears of it. */
    public void end(UUID operationId, ChangeEnding ending, JdbcClient ledger) {
        var story = new LinkedHashMap<String, Object>();
        story.put("by", ending.by());
        var context = RequestContext.find().filter(call -> sent(call, operationId));
        Story.attempts(context.map(call -> call.notes().attempts()).orElse(List.<LeelooAttempt>of()), story);
        var calls = context.map(RequestContext::leelooCalls).orElse(0);
        endings.append(new Endings.Ending(ids.next(), operationId, ending, calls, story), ledger);
    }

    private static boolean sent(RequestContext call, UUID operationId) {
        return call.entry()
                .filter(new LedgerEntry(operationId, call.id())::equals)
                .isPresent();
    }

    private static ChangedField shown(Changed field, Map<String, String> names) {
        return switch (field) {
            case Changed.Value(var name, var value) -> new ChangedField(name, value, null);
            case Changed.Contact(var name, var normal) -> new ChangedField(name, null, names.get(normal));
            case Changed.Hidden(var name, var _) -> ChangedField.named(name);
        };
    }
}
