package io.leeloogateway.audit.capture;

import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.PersonalData;
import io.leeloogateway.request.RequestContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Collects the ids of the people whose data a response contains. */
@RestControllerAdvice
@Order(0)
class SubjectIdAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var personIds = personIds(body);
        if (!personIds.isEmpty()) {
            RequestContext.find().ifPresent(context -> context.audit().addSubjects(personIds));
        }
        return body;
    }

    private static List<String> personIds(@Nullable Object body) {
        return switch (body) {
            case PersonalData data -> data.personIds();
            case OffsetPage<?>(var items, var _) -> personIdsOfAll(items);
            case Items<?>(var items) -> personIdsOfAll(items);
            case CursorPage<?>(var items, var _) -> personIdsOfAll(items);
            case null, default -> List.of();
        };
    }

    private static List<String> personIdsOfAll(List<?> items) {
        return items.stream().flatMap(item -> personIds(item).stream()).toList();
    }
}
