package io.leeloogateway.audit;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeOrderedIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Makes the entry of a call that was served, unless somebody wrote it who knew more. */
@Component
class Registrar {

    private static final CompletableFuture<Boolean> DONE = CompletableFuture.completedFuture(true);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final TimeOrderedIds ids;
    private final Diary diary;
    private final Knocks knocks;

    Registrar(TimeOrderedIds ids, Diary diary, Knocks knocks) {
        this.ids = ids;
        this.diary = diary;
        this.knocks = knocks;
    }

    /** Done when the entry is committed. */
    CompletableFuture<Boolean> enter(
            HttpServletRequest request, HttpServletResponse response, int status, Duration duration) {
        var context = RequestContext.current();
        if (context.notes().isWritten()) {
            return DONE;
        }
        var result = Told.of(context, status, duration);
        if (isStranger(context, status) && !knocks.isToBeTold(request.getRemoteAddr(), context.id())) {
            return DONE;
        }
        return diary.write(event(context, request, result, Story.of(context, response)));
    }

    /** Whose key cannot be looked up now is none. */
    private static boolean isStranger(RequestContext context, int status) {
        return context.caller().isEmpty() && status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /** Commits the entry of an answer that is about to begin and takes long; nothing of it leaves before. */
    void enterNow(HttpServletRequest request, HttpServletResponse response, Duration duration) {
        var context = RequestContext.current();
        var result = Told.of(context, HttpServletResponse.SC_OK, duration);
        try {
            var _ = diary.write(event(context, request, result, Story.of(context, response)))
                    .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DiaryUnavailable.because(e);
        } catch (TimeoutException | ExecutionException e) {
            throw DiaryUnavailable.because(e);
        }
        context.notes().written();
    }

    /** Adds to an entry that something else became of its request. */
    void correct(HttpServletRequest request, HttpServletResponse response, int status, Duration duration) {
        var context = RequestContext.current();
        var result = Told.of(context, status, duration);
        var _ = diary.write(event(context, request, result, Story.of(context, response)));
    }

    private Event event(
            RequestContext context, HttpServletRequest request, Event.Result result, Map<String, Object> story) {
        var id = ids.next();
        var fields = context.notes().fields().stream().map(ChangedField::named).toList();
        return new Event(
                id,
                context.notes().entry().orElse(id),
                Event.ENDED,
                who(context, request),
                Targets.of(context, request),
                result,
                1,
                fields.isEmpty() ? null : fields,
                story.isEmpty() ? null : story);
    }

    static Event.Who who(RequestContext context, HttpServletRequest request) {
        return new Event.Who(
                context.id(),
                context.caller().map(Caller::clientId).orElse(null),
                context.caller().map(Caller::keyId).orElse(null),
                request.getRemoteAddr());
    }
}
